package org.clpworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

class OpenWhileAskedTest {
    private final OpenWhileAsked open = new OpenWhileAsked();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void closesOnceNobodyAsksAnyMore() throws Exception {
        var asking = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        Thread asker =
                Thread.startVirtualThread(
                        () ->
                                open.ask(
                                        () -> {
                                            asking.countDown();
                                            await(answer);
                                            return told.add("answered");
                                        }));
        asking.await();
        Thread closer = Thread.startVirtualThread(() -> open.close(() -> told.add("closed")));
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        answer.countDown();
        asker.join();
        closer.join();
        assertThat(told).containsExactly("answered", "closed");
    }

    @Test
    void cancelsWhoComesAfterItWasClosed() {
        open.close(() -> told.add("closed"));
        open.close(() -> told.add("closed again"));
        assertThatThrownBy(() -> open.ask(() -> told.add("asked")))
                .isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly("closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
