package org.clpworkbench.ui.runs;

import javafx.application.Platform;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Looks at the run folders every second and a half on a thread of its own, while somebody wants to
/// see them. That ends between two folders and never within one: a thread that is interrupted while
/// it reads finds the file closed, which looks like a broken run.
final class RunsLookout {
    private static final long PAUSE_MILLIS = 1500;

    private final RunFolders folders;
    private final Consumer<Found> seen;
    private final Consumer<IOException> failed;
    private final AtomicReference<Optional<Found>> untold = new AtomicReference<>(Optional.empty());
    private volatile CountDownLatch left = new CountDownLatch(0);

    /// @param all false while some folders are still to be read for the first time
    record Found(List<RunEntry> entries, boolean all) {
        Found {
            entries = List.copyOf(entries);
        }
    }

    /// @param seen is told on the JavaFX thread what has been found
    /// @param failed is told there why the folders could not be looked at
    RunsLookout(RunFolders folders, Consumer<Found> seen, Consumer<IOException> failed) {
        this.folders = folders;
        this.seen = seen;
        this.failed = failed;
    }

    /// Begins to look.
    void open() {
        leave();
        var until = new CountDownLatch(1);
        left = until;
        Thread.ofVirtual().name("run-folders").start(() -> watch(until));
    }

    /// Looks no more.
    void leave() {
        left.countDown();
    }

    /// Looks on the caller's thread without waiting for the time; not when nobody wants to see.
    void now() {
        look(left);
    }

    private void watch(CountDownLatch until) {
        try {
            do {
                look(until);
            } while (!until.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(CountDownLatch until) {
        try {
            Optional<List<RunEntry>> all;
            synchronized (folders) {
                all =
                        folders.look(
                                () -> until.getCount() > 0, some -> tell(new Found(some, false)));
            }
            all.ifPresent(entries -> tell(new Found(entries, true)));
        } catch (ClosedByInterruptException unwanted) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            Platform.runLater(() -> failed.accept(unreadable));
        }
    }

    /// Only the newest, where the window is slower than the disk.
    private void tell(Found found) {
        if (untold.getAndSet(Optional.of(found)).isEmpty()) {
            Platform.runLater(() -> untold.getAndSet(Optional.empty()).ifPresent(seen));
        }
    }
}
