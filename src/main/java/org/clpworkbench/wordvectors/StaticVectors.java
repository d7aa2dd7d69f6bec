package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;

/// Vectors of tokens from a text cut into those tokens: the space `static-target` (Dobler and de
/// Melo 2023, FOCUS, section 3.2). Skip-gram where FOCUS takes CBOW, and no n-grams of a token's
/// spelling: see docs/adr/006-own-static-vectors.md.
public final class StaticVectors {
    private StaticVectors() {}

    /// Walks through `sequences` once, so they may be tokenized on the way; a context does not
    /// reach from one into the next. The same bits for the same seed and tokens, whatever the
    /// machine. Tokens that occur less often than `spec` asks are absent.
    ///
    /// @throws IllegalArgumentException when an id lies outside the vocabulary
    /// @throws IOException when the temporary file that keeps the ids cannot be written
    /// @throws java.util.concurrent.CancellationException when `progress` is cancelled
    public static TokenVectors ofTokens(
            Iterable<int[]> sequences, int vocabularySize, VectorSpec spec, Progress progress)
            throws IOException, InterruptedException {
        return ofTokens(sequences, vocabularySize, spec, cores(), progress);
    }

    static TokenVectors ofTokens(
            Iterable<int[]> sequences,
            int vocabularySize,
            VectorSpec spec,
            int threads,
            Progress progress)
            throws IOException, InterruptedException {
        progress.stage("Reading tokens");
        long[] counts = new long[vocabularySize];
        try (var spool = new TokenSpool()) {
            for (int[] sequence : sequences) {
                progress.checkCancelled();
                for (int id : sequence) {
                    if (id < 0 || id >= vocabularySize) {
                        throw new ToldArgumentException(
                                Sentence.of(
                                        StaticVectors.class, "token.outside", id, vocabularySize));
                    }
                    counts[id]++;
                    spool.add(id);
                }
                spool.add(TokenSpool.BREAK);
            }
            progress.stage("Training token vectors");
            var partition = Partition.of(counts, spec.minCount());
            float[][] rows = SkipGram.train(spool, partition, spec, threads, progress);
            var vectors = TokenVectors.none(vocabularySize, spec.dimensions());
            for (int row = 0; row < rows.length; row++) {
                vectors.set(partition.idOf(row), rows[row]);
            }
            return vectors;
        }
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
