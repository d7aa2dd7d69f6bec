package org.clpworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;

class JobsTest {
    @Test
    void forgetWhatEndedSoSoonThatNobodySawIt() throws Exception {
        try (var jobs = new Jobs()) {
            jobs.await("quick", _ -> true).result().get();
            RunningJob<Boolean> failed = jobs.await("failed", _ -> refuse());
            assertThat(failed.result()).failsWithin(Duration.ofSeconds(10));
            jobs.await("the latest", _ -> true).result().get();
            assertThat(jobs.list())
                    .extracting(RunningJob::title)
                    .containsExactly("the latest", "failed");
        }
    }

    private static boolean refuse() throws IOException {
        throw new IOException("refused");
    }

    @Test
    void doNotCountTheWaitForOthersAsWork() throws Exception {
        try (var jobs = new Jobs()) {
            jobs.compute(
                    "long",
                    _ -> {
                        Thread.sleep(600);
                        return true;
                    });
            RunningJob<Boolean> waited = jobs.compute("waits", _ -> true);
            assertThat(jobs.computing()).isTrue();
            waited.result().get();
            assertThat(waited.snapshot().elapsed()).isLessThan(Duration.ofMillis(300));
            assertThat(jobs.computing()).isFalse();
        }
    }

    @Test
    void thePaceThatOneStageMeasuredIsNotThatOfTheNext() throws Exception {
        var pace = new Pace(2940, "tokens", Duration.ofMinutes(6));
        var seen = new SynchronousQueue<String>();
        try (var jobs = new Jobs()) {
            RunningJob<Boolean> job =
                    jobs.await(
                            "training",
                            progress -> {
                                progress.pace(pace);
                                progress.update(1, 4, "steps");
                                seen.put("measured");
                                seen.put("looked at");
                                progress.stage("Writing");
                                progress.update(1, 4, "files");
                                seen.put("writing");
                                seen.put("looked at");
                                return true;
                            });
            seen.take();
            assertThat(job.snapshot().pace()).contains(pace);
            assertThat(job.snapshot().remaining()).contains(pace.remaining());
            assertThat(job.snapshot().rateUnit()).isEqualTo("tokens");
            seen.take();
            seen.take();
            assertThat(job.snapshot().pace()).isEmpty();
            assertThat(job.snapshot().rateUnit()).isEqualTo("files");
            seen.take();
        }
    }

    @Test
    void cancelsWhatIsAskedForWhenTheyAreClosed() {
        var jobs = new Jobs();
        jobs.close();
        var ran = new AtomicBoolean();
        RunningJob<Boolean> computed = jobs.compute("too late", _ -> ran.getAndSet(true));
        RunningJob<Boolean> awaited = jobs.await("too late", _ -> ran.getAndSet(true));
        assertThat(computed.state()).isEqualTo(JobState.CANCELLED);
        assertThat(awaited.state()).isEqualTo(JobState.CANCELLED);
        assertThat(ran).isFalse();
    }
}
