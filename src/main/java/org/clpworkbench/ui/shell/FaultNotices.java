package org.clpworkbench.ui.shell;

import javafx.application.Platform;
import javafx.stage.Window;

import org.clpworkbench.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.Set;

/// What happens to an exception that nobody expected: it is logged, and told once in a corner of
/// the window, which goes on working.
public final class FaultNotices implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultNotices.class);

    private final Window window;
    private final Notices notices;
    private final Set<String> told = new HashSet<>();

    public FaultNotices(Window window, Notices notices) {
        this.window = window;
        this.notices = notices;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (first(fault)) {
            LOG.error("Unexpected fault in thread {}", thread.getName(), fault);
            Platform.runLater(() -> tell(fault));
        }
    }

    /// Whether this fault, told by its kind and place, was not seen before.
    synchronized boolean first(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return told.add(fault.getClass().getName() + (trace.length == 0 ? "" : trace[0]));
    }

    private void tell(Throwable fault) {
        String message = fault.getMessage();
        Texts texts = Texts.of(FaultNotices.class);
        notices.tell(
                window,
                Notice.trouble(
                        texts.get("title"),
                        texts.get(
                                "text",
                                message == null ? fault.getClass().getSimpleName() : message)));
    }
}
