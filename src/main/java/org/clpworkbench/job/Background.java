package org.clpworkbench.job;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A part of a job on a thread of its own, beside what the job does meanwhile: silent until that is
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

    private final ExecutorService thread;
    private final Future<?> done;
    private volatile boolean awaited;
    private volatile boolean stopped;

    private Background(String name, Progress progress, Work work) {
        thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
        done =
                thread.submit(
                        () -> {
                            work.run(new Own(progress));
                            return null;
                        });
    }

    /// @param name of the thread
    public static Background start(String name, Progress progress, Work work) {
        return new Background(name, progress, work);
    }

    /// Waits for the work, which from now on tells how far it is.
    ///
    /// @throws IOException when it failed
    public void finish() throws IOException {
        awaited = true;
        finish(done);
    }

    boolean awaited() {
        return awaited;
    }

    /// Waits for work that may fail with an IOException.
    public static void finish(Future<?> work) throws IOException {
        try {
            work.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IOException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for work beside.", interrupted);
        }
    }

    /// Stops the work unless it has ended, and waits for its end.
    @Override
    public void close() {
        stopped = true;
        thread.close();
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
