package org.clpworkbench.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// The program's one list of background work. Computing jobs share one platform thread, so that
/// they do not fight over the cores; jobs that only wait (for a worker process, for the network)
/// get a virtual thread each.
public final class Jobs implements AutoCloseable {
    private final ExecutorService computing =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("compute-", 0).factory());
    private final ExecutorService waiting =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wait-", 0).factory());
    private final List<RunningJob<?>> jobs = new CopyOnWriteArrayList<>();

    /// Queues a job that computes.
    public <T> RunningJob<T> compute(String title, Job<T> job) {
        return submit(title, job, computing);
    }

    /// Whether a job of those that compute is under way or waits for its turn.
    public boolean computing() {
        return jobs.stream().anyMatch(job -> job.computes() && !job.state().ended());
    }

    /// Starts a job that mostly waits.
    public <T> RunningJob<T> await(String title, Job<T> job) {
        return submit(title, job, waiting);
    }

    private <T> RunningJob<T> submit(String title, Job<T> job, ExecutorService executor) {
        var running = new RunningJob<>(title, job, executor.equals(computing));
        jobs.removeIf(RunningJob::unnoticed);
        jobs.addFirst(running);
        try {
            executor.execute(running::runNow);
        } catch (RejectedExecutionException closed) {
            // an answer that arrives while the window closes may ask for more
            running.cancel();
            running.runNow();
        }
        return running;
    }

    /// Every job of this session that failed or took a second, and the latest, the newest first.
    public List<RunningJob<?>> list() {
        return List.copyOf(jobs);
    }

    /// Takes a job off the list.
    public void forget(RunningJob<?> job) {
        jobs.remove(job);
    }

    /// Forgets the jobs that have ended.
    public void clearEnded() {
        jobs.removeIf(job -> job.state().ended());
    }

    /// Cancels what still runs; what is submitted later ends as cancelled.
    @Override
    public void close() {
        jobs.forEach(RunningJob::cancel);
        computing.shutdown();
        waiting.shutdown();
    }
}
