package org.clpworkbench.ui.training;

import javafx.application.Platform;

import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/// Work with files for the training screen that is not worth a place in the list of jobs.
///
/// @param problem where a failure is told
record BackgroundWork(ProblemText problem) {
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
                        var texts = Texts.of(TrainingViewModel.class);
                        Failure why = Failure.of(texts.get("job.files"), failed);
                        Platform.runLater(() -> problem.set(why));
                    }
                });
    }
}
