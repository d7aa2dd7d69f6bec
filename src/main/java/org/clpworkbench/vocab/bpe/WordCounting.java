package org.clpworkbench.vocab.bpe;

import org.clpworkbench.job.Background;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Counts the words of texts on several threads. Memory grows with the different words, not with
/// the text: each thread counts by itself until it has seen many, and then adds them to all others.
final class WordCounting {
    private static final int MOST_OF_ONE_THREAD = 1 << 19;

    private final TextChunks chunks;
    private final WordCounts all = new WordCounts();

    private WordCounting(TextChunks chunks) {
        this.chunks = chunks;
    }

    /// @throws IOException when a file cannot be read or is no UTF-8
    static WordCounts count(List<Path> texts, int threads, Progress progress) throws IOException {
        progress.stage("Counting words");
        try (var chunks = new TextChunks(texts, progress)) {
            var counting = new WordCounting(chunks);
            try (var counters =
                    Background.start("clp-counting", threads, progress, _ -> counting.work())) {
                counters.finish();
            }
            return counting.all;
        }
    }

    private void work() throws IOException {
        try {
            var chunk = new TextChunks.Chunk();
            var own = new WordCounts();
            while (chunks.next(chunk)) {
                count(chunk, own);
                if (own.size() > MOST_OF_ONE_THREAD) {
                    add(own);
                    own = new WordCounts();
                }
            }
            add(own);
        } finally {
            // the others need not go on when this one has failed
            chunks.stop();
        }
    }

    private static void count(TextChunks.Chunk chunk, WordCounts own) throws IOException {
        try {
            Gpt2Split words = chunk.words();
            while (words.next()) {
                own.add(chunk.bytes(), words.begin(), words.end(), 1);
            }
        } catch (NotUtf8Exception mistake) {
            throw chunk.naming(mistake);
        }
    }

    private void add(WordCounts own) {
        synchronized (all) {
            all.addAll(own);
        }
    }
}
