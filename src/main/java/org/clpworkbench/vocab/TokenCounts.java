package org.clpworkbench.vocab;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// How often each token of a vocabulary stands in a text.
public final class TokenCounts {
    private final long[] counts;
    private final int[] ranks;
    private final long total;
    private final int distinct;

    private TokenCounts(long[] counts) {
        this.counts = counts;
        this.ranks = new int[counts.length];
        int[] byCount =
                IntStream.range(0, counts.length)
                        .filter(id -> counts[id] > 0)
                        .boxed()
                        // equally frequent ones by id, so that a rank is the same every time
                        .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long sum = 0;
        for (int at = 0; at < byCount.length; at++) {
            ranks[byCount[at]] = at + 1;
            sum += counts[byCount[at]];
        }
        total = sum;
        distinct = byCount.length;
    }

    /// @param counts by id
    public static TokenCounts of(long[] counts) {
        return new TokenCounts(counts.clone());
    }

    /// Counts the beginning of a UTF-8 file.
    ///
    /// @param mostBytes after which nothing more is read
    /// @throws IOException when the file cannot be read or is no UTF-8
    public static TokenCounts read(
            Path text, long mostBytes, ModelTokenizer tokenizer, Progress progress)
            throws IOException {
        if (!Files.isRegularFile(text)) {
            throw new ToldException(Sentence.of(TokenCounts.class, "text.none", text));
        }
        long[] counts = new long[tokenizer.vocabulary().idRange()];
        TextPieces.read(
                text,
                mostBytes,
                progress,
                piece -> {
                    for (int id : tokenizer.encode(piece)) {
                        counts[id]++;
                    }
                });
        return new TokenCounts(counts);
    }

    /// @param tokens ids of a text, one after the other, each below `idRange`
    public static TokenCounts ofText(int[] tokens, int idRange) {
        long[] counts = new long[idRange];
        for (int id : tokens) {
            counts[id]++;
        }
        return new TokenCounts(counts);
    }

    /// 0 for ids that the counted text does not have.
    public long count(int id) {
        return id < 0 || id >= counts.length ? 0 : counts[id];
    }

    public FrequencyClass frequency(int id) {
        return FrequencyClass.ofRank(rank(id));
    }

    /// 1 for the most frequent token, ties by id; 0 for ids that the counted text does not have.
    public int rank(int id) {
        return id < 0 || id >= ranks.length ? 0 : ranks[id];
    }

    /// Tokens of the text.
    public long total() {
        return total;
    }

    /// How many different tokens the text has.
    public int distinct() {
        return distinct;
    }
}
