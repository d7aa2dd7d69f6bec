package org.clpworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;

class JobsTest {
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
