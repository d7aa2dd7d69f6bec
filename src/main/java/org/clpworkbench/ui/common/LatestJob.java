package org.clpworkbench.ui.common;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Consumer;

/// One question of a screen, of which only the latest asking counts: a newer one cancels the older,
/// and an answer that comes too late is dropped (and closed, if it is to be closed). Used on the
/// JavaFX thread, which is also where the answers arrive.
public final class LatestJob {
    private static final Logger LOG = LoggerFactory.getLogger(LatestJob.class);

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable RunningJob<?>> current =
            new ReadOnlyObjectWrapper<>();

    private final ReadOnlyObjectWrapper<@Nullable RunningJob<?>> cancelled =
            new ReadOnlyObjectWrapper<>();

    /// What is done with an answer, and with a failure: asking `again` asks the same.
    private record Asker<T>(Consumer<T> answered, Consumer<Failure> failed, Runnable again) {
        void fail(RunningJob<T> ended) {
            ended.snapshot()
                    .failure()
                    .map(why -> new Failure(ended.title(), why, Optional.of(again)))
                    .ifPresent(failed);
        }
    }

    public LatestJob(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Asks a question that computes.
    public <T> void compute(
            String title, Job<T> job, Consumer<T> answered, Consumer<Failure> failed) {
        Runnable again = () -> compute(title, job, answered, failed);
        follow(jobs.compute(title, job), new Asker<>(answered, failed, again));
    }

    /// Asks a question that mostly waits for files.
    public <T> void await(
            String title, Job<T> job, Consumer<T> answered, Consumer<Failure> failed) {
        Runnable again = () -> await(title, job, answered, failed);
        follow(jobs.await(title, job), new Asker<>(answered, failed, again));
    }

    /// Waits for the answer to a question that was asked elsewhere, where nobody waits any more.
    ///
    /// @param again asks the same anew
    public <T> void takeOver(
            RunningJob<T> asked, Consumer<T> answered, Consumer<Failure> failed, Runnable again) {
        follow(asked, new Asker<>(answered, failed, again));
    }

    /// Waits no longer, and leaves the answer to who takes the question over.
    public void letGo() {
        cancelled.set(null);
        current.set(null);
    }

    /// Takes the question back.
    public void cancel() {
        cancelled.set(null);
        RunningJob<?> running = current.get();
        if (running != null) {
            running.cancel();
            current.set(null);
        }
    }

    /// The job that is under way; null when there is none.
    public ReadOnlyObjectProperty<@Nullable RunningJob<?>> current() {
        return current.getReadOnlyProperty();
    }

    /// The latest question, when somebody cancelled it who looked at its job; null once another is
    /// asked or this one is taken back.
    public ReadOnlyObjectProperty<@Nullable RunningJob<?>> cancelled() {
        return cancelled.getReadOnlyProperty();
    }

    private <T> void follow(RunningJob<T> started, Asker<T> asker) {
        cancel();
        current.set(started);
        var _ =
                started.result()
                        .whenComplete(
                                (value, problem) ->
                                        Platform.runLater(() -> end(started, value, asker)));
    }

    private <T> void end(RunningJob<T> ended, @Nullable T value, Asker<T> asker) {
        boolean latest = current.get() == ended;
        if (latest) {
            // before it is no longer current: who hears of that is to know why
            cancelled.set(ended.state() == JobState.CANCELLED ? ended : null);
            current.set(null);
        }
        if (value != null && latest) {
            asker.answered.accept(value);
        } else if (value instanceof AutoCloseable stale) {
            close(stale);
        } else if (latest && ended.state() == JobState.FAILED) {
            asker.fail(ended);
        }
    }

    private static void close(AutoCloseable stale) {
        try {
            stale.close();
        } catch (Exception problem) {
            LOG.warn("A late answer could not be closed", problem);
        }
    }
}
