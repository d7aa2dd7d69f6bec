package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Documents on their way through the tokenizer, in batches: one thread reads and writes, others
/// hand batches to the tokenizer. Batches are written in the order they were read in, and only a
/// few are under way, so that memory does not grow with the text.
final class Tokenizing {
    /// Characters that make a batch full.
    private static final int BATCH = 1 << 18;

    private static final int LOOK_MILLIS = 50;
    private static final int LOOK_DOCUMENTS = 64;

    private final ModelTokenizer tokenizer;
    private final Taker taker;
    private final int threads;
    private final Progress progress;
    private final StatisticsCount statistics;

    /// Is given the documents that are taken, in their order, long ones in pieces.
    @FunctionalInterface
    interface Taker {
        void take(int[] ids, Piece piece) throws IOException;
    }

    /// A document or a part of one.
    ///
    /// @param goesOn whether a piece of the same document was taken before it
    record Piece(Fate fate, boolean goesOn) {}

    /// @param pieces what the texts are, one for each
    private record Batch(List<String> texts, List<Piece> pieces) {}

    private record Encoded(List<int[]> ids, List<Piece> pieces, TextCounts counts) {}

    Tokenizing(ModelTokenizer tokenizer, Taker taker, int threads, Progress progress) {
        this.tokenizer = tokenizer;
        this.taker = taker;
        this.threads = threads;
        this.progress = progress;
        statistics = new StatisticsCount(tokenizer.vocabulary().idRange());
    }

    DataStatistics run(Documents documents, Selection selection) throws IOException {
        progress.stage("Tokenizing");
        Deque<Future<Encoded>> underWay = new ArrayDeque<>();
        // closing waits for the threads, so that none uses a tokenizer that is closed
        try (ExecutorService executor =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("tokenize-", 0).factory())) {
            try {
                Batch batch = fill(documents, selection);
                while (!batch.texts.isEmpty()) {
                    Batch full = batch;
                    underWay.add(executor.submit(() -> encoded(full)));
                    if (underWay.size() > 2 * threads) {
                        write(taken(underWay.remove()));
                        progress.update(documents.position(), documents.total(), "bytes");
                    }
                    batch = fill(documents, selection);
                }
                while (!underWay.isEmpty()) {
                    write(taken(underWay.remove()));
                }
                progress.update(documents.total(), documents.total(), "bytes");
            } finally {
                underWay.forEach(future -> future.cancel(true));
                executor.shutdownNow();
            }
        }
        return statistics.result();
    }

    /// Empty after the last document.
    private Batch fill(Documents documents, Selection selection) throws IOException {
        var batch = new Batch(new ArrayList<>(), new ArrayList<>());
        int characters = 0;
        int read = 0;
        while (characters < BATCH) {
            if (read++ % LOOK_DOCUMENTS == 0) {
                progress.checkCancelled();
            }
            Optional<Document> next = documents.next();
            if (next.isEmpty()) {
                break;
            }
            Fate fate = selection.of(next.get());
            boolean counts = selection.counts();
            if (counts) {
                statistics.add(fate);
            }
            if (fate.taken()) {
                batch.texts.add(next.get().text());
                batch.pieces.add(new Piece(fate, !counts));
                characters += next.get().text().length();
            }
        }
        return batch;
    }

    private Encoded encoded(Batch batch) {
        var counts = new TextCounts();
        batch.texts.forEach(counts::add);
        return new Encoded(tokenizer.encodeAll(batch.texts, progress), batch.pieces, counts);
    }

    private Encoded taken(Future<Encoded> future) throws IOException {
        while (true) {
            progress.checkCancelled();
            try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw new IOException(failed.getCause());
                }
            }
        }
    }

    private void write(Encoded batch) throws IOException {
        statistics.add(batch.counts);
        for (int at = 0; at < batch.ids.size(); at++) {
            int[] ids = batch.ids.get(at);
            Piece piece = batch.pieces.get(at);
            statistics.add(ids, piece.goesOn());
            taker.take(ids, piece);
        }
    }
}
