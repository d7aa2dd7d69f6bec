package org.clpworkbench.ui.training;

import javafx.application.Platform;
import javafx.beans.property.StringProperty;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/// Work with files for the training screen that is not worth a place in the list of jobs.
///
/// @param problem where a failure is told
record BackgroundWork(StringProperty problem) {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /// Does it on a thread of its own.
    void run(Work work) {
        Thread.startVirtualThread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException failed) {
                        LOG.warn("Work for the training screen failed", failed);
                        String sentence = String.valueOf(failed.getMessage());
                        Platform.runLater(() -> problem.set(sentence));
                    }
                });
    }
}
