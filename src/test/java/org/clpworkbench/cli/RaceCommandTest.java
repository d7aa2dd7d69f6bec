package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(TemporaryWorkspace.class)
@Timeout(300)
class RaceCommandTest {
    @TempDir Path folder;

    private Object[] race(String methods, String... more) throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        var arguments = new ArrayList<Object>(List.of("race", "--json", "--methods", methods));
        arguments.addAll(List.of("--source", demo.source(), "--helper", demo.helper()));
        // every run is evaluated on all of the one and learns from all of the other
        arguments.addAll(List.of("--text", beginning(demo.training(), 200_000)));
        arguments.addAll(List.of("--validation", beginning(demo.validation(), 12_000)));
        arguments.addAll(List.of("--steps", "4", "--batch", "2", "--context", "32"));
        arguments.addAll(List.of("--out", folder.resolve("workspace")));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private Path beginning(Path text, int characters) throws IOException {
        return Files.writeString(
                folder.resolve(text.getFileName()),
                Files.readString(text).substring(0, characters));
    }

    /// Two starts and two learning rates side by side on the embedded models, a few steps each.
    @Test
    void trainsEveryStartAtEveryRateAndTellsWhatIsSaved() throws IOException {
        JsonNode answer =
                CommandRun.of(
                                race(
                                        "mean,random",
                                        "--rates",
                                        "1e-4,1e-3",
                                        "--parallel",
                                        "2",
                                        "--evaluate-every",
                                        "3"))
                        .json();

        assertThat(answer.path("runs")).hasSize(4);
        assertThat(answer.path("runs"))
                .allSatisfy(run -> assertThat(run.path("state").asText()).isEqualTo("DONE"));
        assertThat(answer.path("table")).hasSize(2);
        for (RunFolder run : RunFolder.list(folder.resolve("workspace/runs"))) {
            assertThat(run.spec().rhythm().evaluateEvery()).isEqualTo(3);
        }
        JsonNode random = answer.path("table").path(0);
        assertThat(random.path("start").asText()).isEqualTo("random");
        assertThat(random.path("tokens").asLong()).isEqualTo(4 * 2 * 32);
        double best = Double.POSITIVE_INFINITY;
        for (JsonNode run : answer.path("runs")) {
            if (run.path("method").asText().equals("mean")) {
                best = Math.min(best, run.path("validationLoss").asDouble());
            }
        }
        assertThat(answer.path("table").path(1).path("loss").asDouble()).isEqualTo(best);
        assertThat(folder.resolve("workspace/race-loss.png")).isNotEmptyFile();
    }

    @Test
    void aRunThatDivergesLeavesTheOthersTheirTable() throws IOException {
        var run = CommandRun.of(race("random", "--rates", "1e-3,1e38"));
        JsonNode answer = run.json();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("ended as failed after step").contains("no number any more");
        assertThat(answer.path("table").path(0).path("rate").asDouble()).isEqualTo(1e-3);
        assertThat(answer.path("table").path(0).path("loss").asDouble()).isPositive();
        assertThat(answer.path("runs")).hasSize(2);
    }

    /// FOCUS learns its vectors from the text that is trained on; WECHSEL needs more.
    @Test
    void methodsThatReadTextsRaceAsWell() throws IOException {
        JsonNode answer = CommandRun.of(race("focus")).json();

        assertThat(answer.path("runs").path(0).path("state").asText()).isEqualTo("DONE");
        assertThat(CommandRun.of(race("wechsel")).err())
                .contains("static-bilingual needs a text in the source language (--source-text");
    }

    @Test
    void refusesAMethodThatIsNotKnown() throws IOException {
        var run = CommandRun.of(race("magic"));

        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("magic");
    }
}
