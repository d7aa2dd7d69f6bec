package org.clpworkbench.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/// A submitted job. It is looked at (`snapshot`), never listened to: the window pulls a few times a
/// second.
public final class RunningJob<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private static final Duration NOTICED = Duration.ofSeconds(1);

    private final String title;
    private final boolean computes;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /// Empty once it has ended: it holds who asked for it, as a screen of a window that is gone.
    private volatile Optional<Job<T>> work;

    private volatile long begun = System.nanoTime();
    private volatile JobState state = JobState.WAITING;
    private volatile boolean cancelled;
    private volatile Position position = Position.begin("");
    private volatile long ended;
    private volatile Optional<Throwable> failure = Optional.empty();

    private record Position(
            String stage, long done, long total, String unit, long since, Optional<Pace> pace) {
        static Position begin(String stage) {
            return new Position(stage, 0, 0, "", System.nanoTime(), Optional.empty());
        }
    }

    /// @param computes whether it keeps the processor busy, rather than waits
    RunningJob(String title, Job<T> job, boolean computes) {
        this.title = title;
        this.computes = computes;
        this.work = Optional.of(job);
    }

    public String title() {
        return title;
    }

    /// Completes with the job's value, exceptionally with its failure, or is cancelled. Completed
    /// on the job's thread.
    public CompletableFuture<T> result() {
        return result.copy();
    }

    /// Asks the job to stop; it ends as soon as it looks.
    public void cancel() {
        cancelled = true;
    }

    public JobState state() {
        return state;
    }

    /// What the end of the program would do to it now: nothing once it has ended or been cancelled.
    public AtClosing atClosing() {
        return cancelled ? AtClosing.UNHARMED : work.map(Job::atClosing).orElse(AtClosing.UNHARMED);
    }

    boolean computes() {
        return computes;
    }

    /// Whether it came to its end so soon that nobody saw it work.
    boolean unnoticed() {
        return (state == JobState.DONE || state == JobState.CANCELLED)
                && Duration.ofNanos(ended - begun).compareTo(NOTICED) < 0;
    }

    /// Of one that has ended, `elapsed` is the time it worked, without its wait for others.
    public JobSnapshot snapshot() {
        Position now = position;
        long until = state.ended() ? ended : System.nanoTime();
        Duration inStage = Duration.ofNanos(until - now.since);
        Optional<Duration> remaining = Optional.empty();
        if (state == JobState.RUNNING && now.done > 0 && now.total > 0) {
            double left = inStage.toNanos() * ((double) (now.total - now.done) / now.done);
            remaining = Optional.of(Duration.ofNanos((long) left));
        }
        Duration elapsed = state.ended() ? Duration.ofNanos(until - begun) : inStage;
        var seen =
                new JobSnapshot(
                        title, state, now.stage, now.done, now.total, now.unit, elapsed, remaining,
                        failure);
        return seen.state() == JobState.RUNNING ? now.pace.map(seen::going).orElse(seen) : seen;
    }

    void runNow() {
        Job<T> job = work.orElseThrow();
        boolean unwanted = cancelled;
        if (!unwanted) {
            begun = System.nanoTime();
            state = JobState.RUNNING;
            position = Position.begin("");
        }
        try {
            if (unwanted) {
                job.neverRun();
                throw new CancellationException();
            }
            T value = job.run(new Watched());
            end(JobState.DONE);
            result.complete(value);
        } catch (CancellationException | InterruptedException stopped) {
            end(JobState.CANCELLED);
            result.cancel(false);
        } catch (Exception | LinkageError | OutOfMemoryError problem) {
            LOG.error("{} failed", title, problem);
            failure = Optional.of(problem);
            end(JobState.FAILED);
            result.completeExceptionally(problem);
        }
    }

    private void end(JobState last) {
        ended = System.nanoTime();
        work = Optional.empty();
        state = last;
    }

    private final class Watched implements Progress {
        @Override
        public void stage(String name) {
            position = Position.begin(name);
        }

        @Override
        public void update(long done, long total, String unit) {
            Position now = position;
            position = new Position(now.stage, done, total, unit, now.since, now.pace);
        }

        @Override
        public void pace(Pace pace) {
            Position now = position;
            position =
                    new Position(
                            now.stage, now.done, now.total, now.unit, now.since, Optional.of(pace));
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
