package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Pace;
import org.clpworkbench.job.Progress;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

class FollowRunTest {
    @TempDir private Path workspace;

    @Test
    void aRunIsAskedToStopEvenWhenItsJobIsCancelledBeforeItsTurn() throws Exception {
        RunFolder run = training();
        var free = new CountDownLatch(1);
        try (var jobs = new Jobs()) {
            jobs.compute(
                    "first",
                    _ -> {
                        free.await();
                        return 1;
                    });
            RunningJob<?> following =
                    jobs.compute("follow", new FollowRun(run, () -> false, () -> false));
            following.cancel();
            free.countDown();
            assertThat(following.result()).failsWithin(Duration.ofSeconds(20));
        }
        assertThat(request(run)).hasContent("STOP");
    }

    @Test
    void aRunGoesOnWhenTheWindowLeavesIt() throws Exception {
        RunFolder run = training();
        new FollowRun(run, () -> false, () -> true).neverRun();
        assertThat(request(run)).doesNotExist();
    }

    @Test
    void tellsThePaceThatTheRunMeasuresHoweverLateItIsMet() throws Exception {
        var told = new ArrayList<Pace>();
        var watching =
                new Progress() {
                    @Override
                    public void stage(String name) {}

                    @Override
                    public void update(long done, long total, String unit) {}

                    @Override
                    public void pace(Pace pace) {
                        told.add(pace);
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        var following = new FollowRun(training(), () -> false, () -> true);
        assertThatThrownBy(() -> following.run(watching)).isInstanceOf(CancellationException.class);
        // 150 steps of 8 · 256 tokens are left at 3,700 a second
        assertThat(told).containsExactly(new Pace(3700, "tokens", Duration.ofMillis(83_027)));
    }

    @Test
    void tellsInEachLanguageWhyTheRunFailed() throws Exception {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        MadeUpRuns.ended(MadeUpRuns.train(run, 50, 8, 6), 50, "failed", "It broke.");
        var following = new FollowRun(run, () -> false, () -> true);
        var failure =
                catchThrowableOfType(
                        ToldException.class, () -> following.run(Progress.unwatched()));
        assertThat(failure).hasMessage("It broke.");
        assertThat(failure.told().orElseThrow().in(Locale.GERMAN))
                .isEqualTo("Auf Englisch heißt es: It broke.");

        RunFolder silent = MadeUpRuns.create(workspace, "mean", 200);
        MadeUpRuns.ended(MadeUpRuns.train(silent, 50, 8, 6), 50, "failed", "");
        var other = new FollowRun(silent, () -> false, () -> true);
        assertThatThrownBy(() -> other.run(Progress.unwatched()))
                .hasMessage("The run %s failed; see worker.log in its folder.", silent.path());
    }

    private RunFolder training() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        MadeUpRuns.train(run, 50, 8, 6);
        MadeUpRuns.own(run, true);
        return run;
    }

    private static Path request(RunFolder run) {
        return run.path().resolve("request");
    }
}
