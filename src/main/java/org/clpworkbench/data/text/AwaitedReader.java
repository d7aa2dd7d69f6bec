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

/// Reads on a thread of its own and gives up when nothing comes.
final class AwaitedReader implements DocumentReader {
    private static final int DOCUMENTS = 256;
    private static final int CHARACTERS = 1 << 18;

    private final Awaited thread;
    private final DocumentReader reader;
    private final Deque<Document> ahead = new ArrayDeque<>();
    private boolean ended;

    /// @param patience how long to wait for documents
    AwaitedReader(Path file, Duration patience, Callable<DocumentReader> opening)
            throws IOException {
        thread = new Awaited(file, patience);
        try {
            reader = thread.get(opening);
        } catch (IOException | RuntimeException failure) {
            thread.close();
            throw failure;
        }
    }

    @Override
    public Optional<Document> next() throws IOException {
        if (ahead.isEmpty() && !ended) {
            ahead.addAll(thread.get(this::some));
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

    @Override
    public long position() throws IOException {
        return thread.isStuck() ? 0 : reader.position();
    }

    /// What is stuck cannot be closed and is left to the end of the program.
    @Override
    public void close() throws IOException {
        thread.close();
        if (!thread.isStuck()) {
            reader.close();
        }
    }
}
