package org.clpworkbench.run;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.RunEvent.Outcome;
import org.clpworkbench.training.TrainingLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What a worker process does: takes run folders one after the other and trains each.
public final class RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    private final BiConsumer<RunFolder, RunEvent> watcher;

    /// @param watcher is told of every event after it was written
    public RunWorker(BiConsumer<RunFolder, RunEvent> watcher) {
        this.watcher = watcher;
    }

    /// @return whether every run ended as it should (done, paused or stopped)
    /// @throws IOException when another process has one of the runs
    public boolean work(List<RunFolder> runs) throws IOException {
        for (RunFolder run : runs) {
            RunLock.acquire(run.path());
        }
        boolean good = true;
        for (RunFolder run : runs) {
            good &= train(run);
        }
        return good;
    }

    private boolean train(RunFolder run) throws IOException {
        RunLock.working(run.path());
        try {
            var last = new LastStep();
            try {
                new TrainingLoop(
                                run.spec(),
                                run.path(),
                                event -> {
                                    last.step = event.step();
                                    tell(run, event);
                                },
                                run::pendingRequest)
                        .run();
                return true;
            } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError failure) {
                LOG.error("Run {} failed", run.path(), failure);
                tell(run, failed(last.step, failure));
                return false;
            }
        } finally {
            run.clearRequest();
            RunLock.release(run.path());
        }
    }

    private static final class LastStep {
        private int step;
    }

    private static RunEvent failed(int step, Throwable failure) {
        return new RunEvent.Ended(
                Instant.now(), step, Outcome.FAILED, Optional.of(sentence(failure)));
    }

    private static Sentence sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof OutOfMemoryError || message.contains("allocate memory")) {
            return Sentence.of(RunWorker.class, "run.memory");
        }
        return Told.reason(failure) instanceof Sentence told
                ? told
                : RunEventJson.untold(message.lines().findFirst().orElse("Unknown failure"));
    }

    private void tell(RunFolder run, RunEvent event) {
        try {
            run.append(event);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot write %s: %s".formatted(run.eventsFile(), failure.getMessage()),
                    failure);
        }
        watcher.accept(run, event);
    }
}
