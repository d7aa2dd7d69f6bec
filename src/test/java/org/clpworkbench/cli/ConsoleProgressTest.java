package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.problem.Sentence;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;

class ConsoleProgressTest {
    private static final Sentence BROKEN =
            Sentence.of(HubEnvironment.class, "endpoint", "https://huggingface.co");

    private final StringWriter err = new StringWriter();
    private final Interruption interruption = Interruption.none();

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(new PrintWriter(err, true), interruption, terminal);
    }

    @Test
    void saysHowFarHowFastAndHowLongStill() {
        // 300 of 1,200 in 6 s are 50 a second; the other 900 take 18 s
        assertThat(ConsoleProgress.line("Copying", 300, 1200, "rows", Duration.ofSeconds(6)))
                .isEqualTo("Copying: 300 of 1,200 rows, 50 rows/s, 0:18 left");
        // 3 in 2 s are 1.5 a second; the other 120 take 80 s
        assertThat(ConsoleProgress.line("Training", 3, 123, "steps", Duration.ofSeconds(2)))
                .isEqualTo("Training: 3 of 123 steps, 1.5 steps/s, 1:20 left");
        assertThat(ConsoleProgress.line("Reading", 4_000_000, 0, "bytes", Duration.ofSeconds(2)))
                .isEqualTo("Reading: 4.0 MB, 2.0 MB/s");
        assertThat(
                        ConsoleProgress.line(
                                "Fetching",
                                250_000_000,
                                2_750_000_000L,
                                "bytes",
                                Duration.ofSeconds(10)))
                .isEqualTo("Fetching: 250.0 of 2,750.0 MB, 25.0 MB/s, 1:40 left");
    }

    @Test
    void writesPlainLinesWhereThereIsNoTerminal() {
        try (var progress = progress(false)) {
            progress.stage("Reading");
            progress.update(1, 2, "rows");
            progress.stage("Reading");
            progress.stage("Writing");
        }
        assertThat(err.toString().lines()).containsExactly("Reading …", "Writing …");
    }

    @Test
    void takesItsLineAwayFromATerminal() {
        try (var progress = progress(true)) {
            progress.stage("Reading");
        }
        assertThat(err.toString()).contains("Reading").endsWith("\r\u001b[K");
    }

    @Test
    void showsALineOfACommandsOwnInsteadOfItsStage() throws InterruptedException {
        try (var progress = progress(true)) {
            progress.stage("Fetching");
            progress.show("too early");
            Thread.sleep(150);
            progress.show("Fetching: 3 of 4 MB");
        }
        assertThat(err.toString()).contains("\u001b[KFetching: 3 of 4 MB").doesNotContain("early");
    }

    /// A program that looks twenty times a second tells it once.
    @Test
    void saysWhatKeepsItFromGoingOnOnceAndOnALineThatStays() {
        try (var progress = progress(true)) {
            progress.stage("Fetching");
            progress.trouble(Optional.of(BROKEN));
            progress.trouble(Optional.of(BROKEN));
            progress.trouble(Optional.empty());
            progress.trouble(Optional.of(BROKEN));
        }
        assertThat(err.toString().split("It is tried again: HF_ENDPOINT .*\\R", -1)).hasSize(3);
    }

    @Test
    void passesOnTheWishToStop() {
        try (var progress = progress(false)) {
            assertThat(progress.cancelled()).isFalse();
            interruption.request();
            assertThat(progress.cancelled()).isTrue();
        }
    }
}
