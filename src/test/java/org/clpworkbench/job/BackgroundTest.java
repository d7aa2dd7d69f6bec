package org.clpworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

@Timeout(20)
class BackgroundTest {
    /// What was said, in order.
    private static final class Heard implements Progress {
        private final List<String> said = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void stage(String name) {
            said.add(name);
        }

        @Override
        public void update(long done, long total, String unit) {
            said.add("%d of %d %s".formatted(done, total, unit));
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Test
    void isSilentUntilItIsWaitedFor() throws Exception {
        var heard = new Heard();
        var told = new CountDownLatch(1);
        var awaited = new CountDownLatch(1);
        try (var work =
                Background.start(
                        "work",
                        heard,
                        own -> {
                            own.update(1, 2, "rows");
                            told.countDown();
                            waitFor(awaited);
                            own.update(2, 2, "rows");
                        })) {
            told.await();
            heard.stage("Writing");
            var finishing = CompletableFuture.runAsync(() -> finish(work));
            while (!work.awaited()) {
                Thread.onSpinWait();
            }
            awaited.countDown();
            finishing.get();
        }
        assertThat(heard.said).containsExactly("Writing", "2 of 2 rows");
    }

    @Test
    void failsWithWhatTheWorkFailedWith() {
        assertThatThrownBy(
                        () -> {
                            try (var work =
                                    Background.start(
                                            "work",
                                            Progress.unwatched(),
                                            _ -> {
                                                throw new IOException("disk full");
                                            })) {
                                work.finish();
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void stopsTheWorkWhenTheJobLeavesWithoutIt() {
        var ended = new CompletableFuture<Void>();
        try (var _ =
                Background.start(
                        "work",
                        Progress.unwatched(),
                        own -> {
                            while (!own.cancelled()) {
                                Thread.onSpinWait();
                            }
                            ended.complete(null);
                        })) {
            assertThat(ended).isNotDone();
        }
        assertThat(ended).isDone();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void finish(Background work) {
        try {
            work.finish();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
