package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TransferTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

class ComparisonWorkerTest {
    @TempDir private Path folder;

    @BeforeEach
    void writeModels() throws IOException {
        var english = new ArrayList<>(List.of("<|end|>", "a", "b", "c", "d", "e", "f"));
        var german = new ArrayList<>(english);
        english.add("x");
        german.addAll(List.of("ä", "ö"));
        TinyModels.write(folder.resolve("en"), 8, english, 1);
        TinyModels.write(folder.resolve("de"), 4, german, 2);
        Files.writeString(folder.resolve("text.txt"), "a b ä c d ö e f\n".repeat(40));
    }

    @Test
    void tellsTheTextsEntropyThenEachMethodInOrder() throws Exception {
        var lines = new ArrayList<ComparisonLine>();
        int methods =
                ComparisonWorker.run(
                        comparison("text.txt", "mean", "clp"), Progress.unwatched(), lines::add);
        assertThat(methods).isEqualTo(2);
        assertThat(lines).hasSize(3);
        // the helper has 9 tokens
        assertThat(((TextEntropy) lines.getFirst()).uniform()).isEqualTo(Math.log(9));
        assertThat(lines.subList(1, 3))
                .map(line -> ((ComparedMethod) line).method())
                .containsExactly("mean", "clp");
        assertThat(((ComparedMethod) lines.get(1)).loss()).isPositive();
    }

    @Test
    void saysWhatTheWorkerSaidLast() {
        assertThatThrownBy(
                        () ->
                                ComparisonWorker.run(
                                        comparison("absent.txt", "mean"),
                                        Progress.unwatched(),
                                        _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        folder.resolve("absent.txt") + " is no text file; choose one in UTF-8.");
    }

    @Test
    void endsTheWorkerAndLeavesNothingWhenCancelled() {
        long before = workers();
        assertThatThrownBy(
                        () ->
                                ComparisonWorker.run(
                                        comparison("text.txt", "mean", "clp"),
                                        new Cancellable(() -> true),
                                        _ -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(workers()).isEqualTo(before);
    }

    private static long workers() {
        return ProcessHandle.current().children().count();
    }

    private Comparison comparison(String text, String... methods) {
        return new Comparison(
                folder.resolve("en"),
                folder.resolve("de"),
                folder.resolve(text),
                TransferTexts.NONE,
                List.of(methods),
                0,
                200);
    }
}
