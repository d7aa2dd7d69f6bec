package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.TinyGpt2;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.RunEvent.Checkpointed;
import org.clpworkbench.training.RunEvent.Evaluated;
import org.clpworkbench.training.RunEvent.Step;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A run whose worker is killed a hundred times, at random moments from its start to the middle of
/// writing a checkpoint: `mvn -q test -Psoak -Dtest=KilledRunsTest`.
@Tag("soak")
@Timeout(1800)
class KilledRunsTest {
    private static final int KILLS = 100;
    private static final int STEPS = 3000;

    @TempDir Path folder;

    private RunFolder newRun(Path model, EmbeddedDemo demo) throws IOException {
        return TinyRun.create(
                folder.resolve("runs"),
                model,
                demo,
                STEPS,
                "embeddings-then-all:1000",
                new Rhythm(100, 64, 7, 0, 2));
    }

    /// What was learnt: losses, norms and evaluations, without times.
    private static List<String> curve(RunFolder run) throws IOException {
        return run.events().stream()
                .filter(event -> event instanceof Step || event instanceof Evaluated)
                .map(
                        event ->
                                switch (event) {
                                    case Step step ->
                                            step.step()
                                                    + " "
                                                    + step.loss()
                                                    + " "
                                                    + step.gradientNorm();
                                    case Evaluated evaluated ->
                                            evaluated.step() + " evaluated " + evaluated.loss();
                                    default -> throw new IllegalStateException();
                                })
                .toList();
    }

    private static int lastStep(RunFolder run) throws IOException {
        return run.events().stream().mapToInt(RunEvent::step).max().orElse(0);
    }

    @Test
    void aHundredKillsLoseNothingButTheStepsSinceTheLastCheckpoint() throws Exception {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        Path model = TinyGpt2.write(folder.resolve("model"), demo, true);
        RunFolder whole = newRun(model, demo);
        assertThat(RunFolder.startWorker(List.of(whole)).waitFor(600, TimeUnit.SECONDS)).isTrue();
        assertThat(whole.state()).isEqualTo(RunState.DONE);

        RunFolder killed = newRun(model, demo);
        var random = new Random(1);
        int kills = 0;
        while (kills < KILLS) {
            int before = lastStep(killed);
            Process worker = RunFolder.startWorker(List.of(killed));
            // most kills come while steps are made, some while the process still starts
            boolean early = random.nextInt(5) == 0;
            int wanted = early ? 0 : before + 1 + random.nextInt(20);
            while (worker.isAlive() && lastStep(killed) < wanted) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(early ? 2000 : 30));
            if (!worker.isAlive()) {
                break;
            }
            worker.destroyForcibly().waitFor();
            kills++;
            checkNothingSavedIsLost(killed);
        }
        assertThat(kills).isEqualTo(KILLS);
        assertThat(RunFolder.startWorker(List.of(killed)).waitFor(600, TimeUnit.SECONDS)).isTrue();

        assertThat(killed.state()).isEqualTo(RunState.DONE);
        assertThat(curve(killed)).isEqualTo(curve(whole));
        assertThat(killed.latestCheckpoint().orElseThrow().resolve("model.safetensors"))
                .hasSameBinaryContentAs(
                        whole.latestCheckpoint().orElseThrow().resolve("model.safetensors"));
    }

    private static void checkNothingSavedIsLost(RunFolder run) throws IOException {
        int told =
                run.events().stream()
                        .filter(Checkpointed.class::isInstance)
                        .mapToInt(RunEvent::step)
                        .max()
                        .orElse(0);
        if (told > 0) {
            String name = run.latestCheckpoint().orElseThrow().getFileName().toString();
            assertThat(Integer.parseInt(name.substring("step-".length())))
                    .isGreaterThanOrEqualTo(told);
        }
    }
}
