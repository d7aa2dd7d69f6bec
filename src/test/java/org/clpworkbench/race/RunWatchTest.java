package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RunWatchTest {
    @TempDir private Path workspace;

    @Test
    void aSampleOfEachStepIsKeptAndThoseThatARunGoesBackBehindAreForgotten() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        var watch = new RunWatch(run);
        MadeUpRuns.started(run, 0);
        MadeUpRuns.sample(run, 0, "Das", "Das null");
        MadeUpRuns.sample(run, 25, "Das", "Das Programm");
        assertThat(watch.look().samples())
                .extracting(RunEvent.Sample::text)
                .containsExactly("Das null", "Das Programm");

        MadeUpRuns.sample(run, 50, "Das", "Das Fenster");
        MadeUpRuns.started(run, 25);
        RunLook resumed = watch.look();
        assertThat(resumed.samples()).extracting(RunEvent.Sample::step).containsExactly(0, 25);
        assertThat(resumed.sample()).isEqualTo("Das Programm");

        MadeUpRuns.sample(run, 50, "Das", "Das Haus");
        assertThat(watch.look().sample()).isEqualTo("Das Haus");
    }

    @Test
    void aRunHasAModelOnceACheckpointOfItIsWhole() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        var watch = new RunWatch(run);
        MadeUpRuns.started(run, 0);
        // it was told of, and then deleted
        MadeUpRuns.checkpoint(run, 50);
        assertThat(watch.look().checkpointed()).isFalse();
        MadeUpRuns.wholeCheckpoint(run, 100);
        assertThat(watch.look().checkpointed()).isTrue();
        assertThat(watch.look().checkpointed()).isTrue();
    }

    /// As runs were written down before.
    @Test
    void aSampleWithoutAPromptIsAllText() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        MadeUpRuns.sample(run, 25, "Das Programm");
        assertThat(new RunWatch(run).look().samples())
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.prompt()).isEmpty();
                            assertThat(said.text()).isEqualTo("Das Programm");
                        });
    }

    @Test
    void aRunThatWentOnTellsNothingOfTheStepsThatWereDropped() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 1000);
        MadeUpRuns.started(run, 0);
        MadeUpRuns.step(run, 499, 5.9);
        MadeUpRuns.step(run, 500, 5.0, 3000);
        MadeUpRuns.evaluated(run, 500, 5.4);
        MadeUpRuns.checkpoint(run, 500);
        MadeUpRuns.step(run, 501, 4.8);
        MadeUpRuns.checkpoint(run, 501);
        MadeUpRuns.step(run, 800, 2.0, 4000);
        MadeUpRuns.evaluated(run, 800, 2.7);
        var watch = new RunWatch(run);
        assertThat(watch.look().figures().loss()).isEqualTo(2.0);

        // the checkpoint of step 501 was no whole one
        MadeUpRuns.started(run, 500);
        RunFigures now = watch.look().figures();
        assertThat(now.step()).isEqualTo(500);
        assertThat(now.loss()).isEqualTo(5.0);
        assertThat(now.tokensPerSecond()).isEqualTo(3000);
        assertThat(now.validation()).isEqualTo(5.4);
        // a made-up run has 2.7 bytes to a token and nats for bits
        assertThat(now.bitsPerByte()).isEqualTo(2.0);
        assertThat(now.tokens()).isEqualTo(500L * MadeUpRuns.BATCH * MadeUpRuns.CONTEXT);

        MadeUpRuns.started(run, 0);
        RunFigures anew = watch.look().figures();
        assertThat(anew.loss()).isNaN();
        assertThat(anew.validation()).isNaN();
        assertThat(anew.bitsPerByte()).isNaN();
        assertThat(anew.tokensPerSecond()).isNaN();
        assertThat(anew.tokens()).isZero();
    }

    /// A look at a run of 100,000 steps would take as long as the first again.
    @Test
    void whatWasReadOnceIsNotReadAgain() throws IOException {
        RunFolder run = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 100, 9, 6);
        MadeUpRuns.ended(run, 100, "done", "");
        var watch = new RunWatch(run);
        assertThat(watch.look().figures().state()).isEqualTo(RunState.DONE);

        Path events = run.path().resolve("events.jsonl");
        Files.writeString(events, "#".repeat(Math.toIntExact(Files.size(events)) - 1) + "\n");
        assertThat(run.state()).isNotEqualTo(RunState.DONE);
        MadeUpRuns.evaluated(run, 100, 6.5);
        RunFigures now = watch.look().figures();
        assertThat(now.state()).isEqualTo(RunState.DONE);
        assertThat(now.validation()).isEqualTo(6.5);
    }

    @Test
    void theStateIsThatOfTheEventsUnlessAWorkerHasTheRun() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        var watch = new RunWatch(run);
        assertThat(watch.look().figures().state()).isEqualTo(RunState.WAITING);
        assertThat(run.live()).isTrue();
        MadeUpRuns.started(run, 0);
        assertThat(watch.look().figures().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.live()).isFalse();
        MadeUpRuns.own(run, true);
        assertThat(watch.look().figures().state()).isEqualTo(RunState.RUNNING);
        assertThat(run.live()).isTrue();
        MadeUpRuns.paused(run, 20);
        Files.delete(run.path().resolve("lock"));
        assertThat(watch.look().figures().state()).isEqualTo(RunState.PAUSED);
        assertThat(run.live()).isFalse();
    }
}
