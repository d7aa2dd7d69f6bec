package org.clpworkbench.data.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads on a thread of its own and gives up when nothing comes: the Parquet library waits for ever
/// on some files that are damaged.
final class AwaitedReader implements DocumentReader {
    private static final int DOCUMENTS = 256;
    private static final int CHARACTERS = 1 << 18;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("clp-reader").factory());
    private final Path file;
    private final Duration patience;
    private final DocumentReader reader;
    private final Deque<Document> ahead = new ArrayDeque<>();
    private boolean stuck;
    private boolean ended;

    /// @param patience how long to wait for documents
    AwaitedReader(Path file, Duration patience, Callable<DocumentReader> opening)
            throws IOException {
        this.file = file;
        this.patience = patience;
        try {
            reader = await(opening);
        } catch (IOException | RuntimeException failure) {
            thread.shutdownNow();
            throw failure;
        }
    }

    @Override
    public Optional<Document> next() throws IOException {
        if (ahead.isEmpty() && !ended) {
            ahead.addAll(await(this::some));
            ended = ahead.isEmpty();
        }
        return Optional.ofNullable(ahead.poll());
    }

    private List<Document> some() throws IOException {
        var documents = new ArrayList<Document>();
        int characters = 0;
        while (documents.size() < DOCUMENTS && characters < CHARACTERS) {
            Optional<Document> next = reader.next();
            if (next.isEmpty()) {
                break;
            }
            documents.add(next.get());
            characters += next.get().text().length();
        }
        return documents;
    }

    private <T> T await(Callable<T> work) throws IOException {
        try {
            return thread.submit(work).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothing) {
            stuck = true;
            throw new IOException(
                    "%s gave nothing for %d s and seems to be damaged; fetch the file again."
                            .formatted(file, patience.toSeconds()),
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

    @Override
    public long position() throws IOException {
        return stuck ? 0 : reader.position();
    }

    /// What is stuck cannot be closed and is left to the end of the program.
    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        if (!stuck) {
            reader.close();
        }
    }
}
