package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

class LeftAloneTest {
    @Test
    void givesTheResultOrTheFailure() {
        assertThat(LeftAlone.await(() -> 42, Progress.unwatched())).isEqualTo(42);
        assertThatThrownBy(
                        () ->
                                LeftAlone.await(
                                        () -> {
                                            throw new IllegalArgumentException("not so");
                                        },
                                        Progress.unwatched()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not so");
    }

    /// The work would go on for ever if it were waited for.
    @Test
    void waitsNoLongerOnceItIsCancelled() {
        var begun = new AtomicBoolean();
        var never = new CountDownLatch(1);
        assertThatThrownBy(
                        () ->
                                LeftAlone.await(
                                        () -> {
                                            begun.set(true);
                                            return awaited(never);
                                        },
                                        new Cancellable(begun::get)))
                .isInstanceOf(CancellationException.class);
        never.countDown();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
