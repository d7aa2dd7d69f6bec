package org.clpworkbench.data;

import org.clpworkbench.data.DataStatistics.Coverage;
import org.clpworkbench.data.DataStatistics.Quantile;
import org.clpworkbench.data.DataStatistics.Script;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Statistics of documents being counted: four bytes a document, eight a token of the vocabulary.
final class StatisticsCount {
    private static final double[] SHARES = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};
    private static final int[] MOST_FREQUENT = {10, 100, 1_000, 10_000, 100_000};

    private final TextCounts texts = new TextCounts();
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final long[] counts;
    private int[] lengths = new int[1 << 10];
    private int documents;
    private long tokens;

    /// @param idRange above every token's id
    StatisticsCount(int idRange) {
        counts = new long[idRange];
    }

    void add(Fate fate) {
        fates.merge(fate, 1L, Long::sum);
    }

    void add(TextCounts more) {
        texts.add(more);
    }

    /// A document that was taken, or a piece of one.
    ///
    /// @param goesOn whether it goes on with the document that was added last
    void add(int[] ids, boolean goesOn) {
        for (int id : ids) {
            counts[id]++;
        }
        tokens += ids.length;
        if (goesOn) {
            long longer = (long) lengths[documents - 1] + ids.length;
            lengths[documents - 1] = (int) Math.min(Integer.MAX_VALUE, longer);
            return;
        }
        if (documents == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * documents);
        }
        lengths[documents++] = ids.length;
    }

    DataStatistics result() {
        return new DataStatistics(
                documents,
                count(Fate.VALIDATION),
                count(Fate.BLANK),
                count(Fate.DUPLICATE),
                count(Fate.OTHER_LANGUAGE),
                texts.bytes(),
                texts.characters(),
                texts.words(),
                tokens,
                quantiles(),
                (int) Arrays.stream(counts).filter(count -> count > 0).count(),
                coverage(),
                scripts());
    }

    private long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    private List<Quantile> quantiles() {
        var quantiles = new ArrayList<Quantile>();
        int[] sorted = Arrays.copyOf(lengths, documents);
        Arrays.sort(sorted);
        for (double share : SHARES) {
            if (documents > 0) {
                int rank = Math.max(1, (int) Math.ceil(share * documents));
                quantiles.add(new Quantile(share, sorted[rank - 1]));
            }
        }
        return quantiles;
    }

    private List<Coverage> coverage() {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        var coverage = new ArrayList<Coverage>();
        long sum = 0;
        int taken = 0;
        for (int most : MOST_FREQUENT) {
            if (most > sorted.length || tokens == 0) {
                break;
            }
            while (taken < most) {
                sum += sorted[sorted.length - ++taken];
            }
            coverage.add(new Coverage(most, (double) sum / tokens));
        }
        return coverage;
    }

    private List<Script> scripts() {
        long all = Arrays.stream(UnicodeScript.values()).mapToLong(texts::letters).sum();
        return Arrays.stream(UnicodeScript.values())
                .filter(script -> texts.letters(script) > 0)
                .map(
                        script ->
                                new Script(
                                        script.name(),
                                        texts.letters(script),
                                        (double) texts.letters(script) / all))
                .sorted(Comparator.comparingLong(Script::letters).reversed())
                .toList();
    }
}
