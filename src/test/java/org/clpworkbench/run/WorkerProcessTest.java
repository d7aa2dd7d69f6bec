package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.TinyGpt2;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.RunEvent.Checkpointed;
import org.clpworkbench.training.RunEvent.Step;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A run in a process of its own, as the window starts it.
@Timeout(240)
class WorkerProcessTest {
    private static final int STEPS = 100_000;

    @TempDir Path folder;

    private RunFolder newRun() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        Path model = TinyGpt2.write(folder.resolve("model"), demo, true);
        return TinyRun.create(
                folder.resolve("runs"), model, demo, STEPS, "all", new Rhythm(STEPS, 16, 5, 0, 2));
    }

    private static void waitForStep(RunFolder run, int step) throws Exception {
        while (run.events().stream().noneMatch(e -> e instanceof Step && e.step() >= step)) {
            Thread.sleep(50);
        }
    }

    @Test
    void aKilledWorkerLeavesAnInterruptedRunThatGoesOnFromItsLastCheckpoint() throws Exception {
        RunFolder run = newRun();
        Process worker = RunFolder.startWorker(List.of(run));
        waitForStep(run, 12);
        assertThat(run.state()).isEqualTo(RunState.RUNNING);

        worker.destroyForcibly().waitFor();

        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        Path checkpoint = run.latestCheckpoint().orElseThrow();
        int saved = Integer.parseInt(checkpoint.getFileName().toString().substring(5));
        assertThat(saved).isGreaterThanOrEqualTo(10);

        Process second = RunFolder.startWorker(List.of(run));
        waitForStep(run, saved + 8);
        run.requestPause();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(second.exitValue()).isZero();
        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        List<RunEvent> events = run.events();
        int last = events.getLast().step();
        assertThat(run.latestCheckpoint().orElseThrow()).hasFileName("step-%06d".formatted(last));
        assertThat(events.stream().filter(Step.class::isInstance).map(RunEvent::step).toList())
                .as("every step once, in order")
                .isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
    }

    @Test
    void aRunThatWaitsInTheQueueCanBeStoppedBeforeItsTurn() throws Exception {
        RunFolder first = newRun();
        RunFolder second = RunFolder.create(folder.resolve("runs"), first.spec(), "random");
        Process worker = RunFolder.startWorker(List.of(first, second));
        waitForStep(first, 2);
        assertThat(second.state()).isEqualTo(RunState.WAITING);

        second.requestStop();
        first.requestStop();

        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first.state()).isEqualTo(RunState.STOPPED);
        assertThat(second.state()).isEqualTo(RunState.STOPPED);
        assertThat(second.events()).noneMatch(Step.class::isInstance);
        assertThat(first.events()).anyMatch(Checkpointed.class::isInstance);
    }
}
