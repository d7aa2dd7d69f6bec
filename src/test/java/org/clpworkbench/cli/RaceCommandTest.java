package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

@ExtendWith(TemporaryWorkspace.class)
@Timeout(300)
class RaceCommandTest {
    @TempDir Path folder;

    /// Two starts and two learning rates side by side on the embedded models, a few steps each.
    @Test
    void trainsEveryStartAtEveryRateAndTellsWhatIsSaved() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        Path out = folder.resolve("workspace");
        JsonNode answer =
                CommandRun.of(
                                "race",
                                "--json",
                                "--source",
                                demo.source(),
                                "--helper",
                                demo.helper(),
                                "--methods",
                                "mean,random",
                                "--text",
                                demo.training(),
                                "--validation",
                                demo.validation(),
                                "--steps",
                                "4",
                                "--batch",
                                "2",
                                "--context",
                                "32",
                                "--rates",
                                "1e-4,1e-3",
                                "--parallel",
                                "2",
                                "--out",
                                out)
                        .json();

        assertThat(answer.path("runs")).hasSize(4);
        assertThat(answer.path("runs"))
                .allSatisfy(run -> assertThat(run.path("state").asText()).isEqualTo("DONE"));
        assertThat(answer.path("table")).hasSize(2);
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
        assertThat(out.resolve("race-loss.png")).isNotEmptyFile();
    }

    @Test
    void refusesAMethodThatIsNotKnown() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        var run =
                CommandRun.of(
                        "race",
                        "--source",
                        demo.source(),
                        "--helper",
                        demo.helper(),
                        "--methods",
                        "magic",
                        "--text",
                        demo.training(),
                        "--validation",
                        demo.validation(),
                        "--steps",
                        "4",
                        "--out",
                        folder.resolve("workspace"));

        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("magic");
    }
}
