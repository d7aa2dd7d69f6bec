package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
