package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A thread that reads a file, and is given up when nothing comes: the Parquet library waits for
/// ever on some files that are damaged.
final class Awaited implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("clp-reader").factory());
    private final Path file;
    private final Duration patience;
    private boolean stuck;

    /// @param patience how long to wait for an answer
    Awaited(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    <T> T get(Callable<T> work) throws IOException {
        try {
            return thread.submit(work).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothing) {
            stuck = true;
            throw new ToldException(
                    Sentence.of(Awaited.class, "damaged.silent", file, patience.toSeconds()),
                    nothing);
        } catch (InterruptedException stopped) {
            stuck = true;
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IOException(failed.getCause());
            }
        }
    }

    /// Whether it was given up; it is left to the end of the program then.
    boolean isStuck() {
        return stuck;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
