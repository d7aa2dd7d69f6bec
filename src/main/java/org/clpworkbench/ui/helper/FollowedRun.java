package org.clpworkbench.ui.helper;

import javafx.application.Platform;

import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.run.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.function.Consumer;

/// Looks at a run twice a second, until nobody wants to know any more.
final class FollowedRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedRun.class);
    private static final long PAUSE_MILLIS = 500;

    private final RunFolder run;
    private final Consumer<RunLook> seen;
    private volatile boolean closed;

    /// @param seen is told on the JavaFX thread
    FollowedRun(RunFolder run, Consumer<RunLook> seen) {
        this.run = run;
        this.seen = seen;
        Thread.startVirtualThread(this::look);
    }

    private void look() {
        try {
            var watch = new RunWatch(run);
            while (!closed) {
                RunLook look = watch.look();
                Platform.runLater(() -> tell(look));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException unreadable) {
            LOG.warn("The run {} can no longer be followed", run.path(), unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(RunLook look) {
        if (!closed) {
            seen.accept(look);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
