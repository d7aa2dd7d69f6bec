package org.clpworkbench.ui.shell;

import javafx.application.Platform;
import javafx.stage.Window;

import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What happens to an exception that nobody expected: it is logged, and told in a corner of the
/// window, which goes on working; one that comes again and again is told, and logged whole, once a
/// minute.
public final class FaultNotices implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultNotices.class);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Window window;
    private final Notices notices;
    private final InstantSource clock;
    private final Map<String, Instant> told = new HashMap<>();

    public FaultNotices(Window window, Notices notices) {
        this(window, notices, InstantSource.system());
    }

    FaultNotices(Window window, Notices notices, InstantSource clock) {
        this.window = window;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (isToBeTold(fault)) {
            LOG.error("Unexpected fault in thread {}", thread.getName(), fault);
            Platform.runLater(() -> tell(fault));
        } else {
            LOG.error("The same fault again in thread {}: {}", thread.getName(), fault.toString());
        }
    }

    /// Whether this fault, known by its kind and place, was not told within the last minute.
    private synchronized boolean isToBeTold(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String kind = fault.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
        Instant now = clock.instant();
        Instant last = told.getOrDefault(kind, Instant.MIN);
        if (now.minus(QUIET).isBefore(last)) {
            return false;
        }
        told.put(kind, now);
        return true;
    }

    private void tell(Throwable fault) {
        String message = fault.getMessage();
        Texts texts = Texts.of(FaultNotices.class);
        String title = texts.get("title");
        String what = message == null ? fault.getClass().getSimpleName() : message;
        notices.tell(
                window,
                Notice.trouble(title, texts.get("text", what))
                        .leadingToTheLog(window)
                        .with(Optional.of(Failure.of(title, fault).details())));
    }
}
