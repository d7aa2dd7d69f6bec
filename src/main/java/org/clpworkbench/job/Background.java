package org.clpworkbench.job;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/// A part of a job on threads of its own, beside what the job does meanwhile: silent until that is
/// done and the job waits for this part, stopped when the job fails or is cancelled.
///
/// ```java
/// try (var copying = Background.start("copying", progress, own -> copy(own))) {
///     learn(progress);
///     progress.stage("Copying");
///     copying.finish();
/// }
/// ```
public final class Background implements AutoCloseable {
    /// What is done.
    @FunctionalInterface
    public interface Work {
        /// @param own tells of this part, and is cancelled with the job
        void run(Progress own) throws IOException;
    }

    private final ExecutorService threads;
    private final List<Future<?>> parts = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean awaited;
    private volatile boolean stopped;

    private Background(String name, int count, Progress progress, Work work) {
        threads = Executors.newFixedThreadPool(count, task -> new Thread(task, name));
        var own = new Own(progress);
        for (int each = 0; each < count; each++) {
            parts.add(threads.submit(() -> run(work, own)));
        }
    }

    private void run(Work work, Progress own) {
        try {
            work.run(own);
        } catch (IOException | RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
            stopped = true;
        }
    }

    /// @param name of the thread
    public static Background start(String name, Progress progress, Work work) {
        return start(name, 1, progress, work);
    }

    /// Has several threads do the work, which shares itself out among them. When one fails, the
    /// others are stopped.
    public static Background start(String name, int threads, Progress progress, Work work) {
        return new Background(name, threads, progress, work);
    }

    /// Waits for the work, which from now on tells how far it is.
    ///
    /// @throws IOException when it failed
    public void finish() throws IOException {
        awaited = true;
        try {
            for (Future<?> part : parts) {
                part.get();
            }
            switch (failure.get()) {
                case null -> {}
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error error -> throw error;
                case Throwable other -> throw new IOException(other);
            }
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for work beside.", interrupted);
        }
    }

    boolean awaited() {
        return awaited;
    }

    /// Stops the work unless it has ended, and waits for its end.
    @Override
    public void close() {
        stopped = true;
        threads.close();
    }

    private final class Own implements Progress {
        private final Progress progress;

        Own(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void stage(String name) {
            if (awaited) {
                progress.stage(name);
            }
        }

        @Override
        public void update(long done, long total, String unit) {
            if (awaited) {
                progress.update(done, total, unit);
            }
        }

        @Override
        public boolean cancelled() {
            return stopped || progress.cancelled();
        }
    }
}
