package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of two languages in one space: the target's turned onto the source's by a dictionary.
///
/// @param rotation of the target, d × d, row by row
/// @param quality measured without the pairs it was measured on
record Alignment(double[] rotation, AlignmentQuality quality) {
    /// Every so many-th source word is held out to measure.
    private static final int HELD_OUT = 10;

    private static final int MOST_QUERIES = 1000;

    private static final int BEST = 5;

    /// A pair of word ids.
    private record Pair(int source, int target) {}

    /// Pairs whose words have vectors both turn the space. Punctuation and numbers of both texts
    /// are paired with themselves.
    ///
    /// @throws DictionaryException when fewer pairs than twice the dimensions are known in both
    ///   texts: with 2 d of them the rotation hardly does better than chance
    static Alignment of(
            WordVectors source,
            WordVectors target,
            SeedDictionary dictionary,
            Path file,
            Progress progress)
            throws DictionaryException {
        Set<Pair> known = known(source.lexicon(), target.lexicon(), dictionary);
        int dimensions = source.rows().length == 0 ? 1 : source.rows()[0].length;
        if (known.size() < 2 * dimensions) {
            throw new DictionaryException(
                    Sentence.of(
                            Alignment.class,
                            "dictionary.few",
                            dictionary.pairs().size(),
                            file,
                            known.size(),
                            dimensions,
                            2 * dimensions));
        }
        Set<Pair> same = same(source.lexicon(), target.lexicon());
        List<Pair> kept = new ArrayList<>(same);
        Map<Integer, Set<Integer>> heldOut = new LinkedHashMap<>();
        for (Pair pair : known) {
            if (pair.source() % HELD_OUT == 0 && heldOut.size() < MOST_QUERIES) {
                heldOut.computeIfAbsent(pair.source(), word -> new LinkedHashSet<>())
                        .add(pair.target());
            } else if (!heldOut.containsKey(pair.source())) {
                kept.add(pair);
            }
        }
        var measured = target.rotated(rotation(source, target, kept));
        int[] hits = hits(source, measured, heldOut, progress);
        List<Pair> all = new ArrayList<>(same);
        all.addAll(known);
        var quality =
                new AlignmentQuality(
                        dictionary.pairs().size(),
                        known.size(),
                        heldOut.size(),
                        share(hits[0], heldOut.size()),
                        share(hits[1], heldOut.size()));
        return new Alignment(rotation(source, target, all), quality);
    }

    private static double share(int hits, int of) {
        return of == 0 ? 0 : (double) hits / of;
    }

    private static Set<Pair> known(Lexicon source, Lexicon target, SeedDictionary dictionary) {
        Set<Pair> known = new LinkedHashSet<>();
        for (var pair : dictionary.pairs()) {
            var from = source.find(pair.source());
            var to = target.find(pair.target());
            if (from.isPresent() && to.isPresent()) {
                known.add(new Pair(from.getAsInt(), to.getAsInt()));
            }
        }
        return known;
    }

    private static Set<Pair> same(Lexicon source, Lexicon target) {
        Set<Pair> same = new LinkedHashSet<>();
        String[] words = source.words();
        for (int word = 0; word < words.length; word++) {
            var partner = target.find(words[word]);
            if (partner.isPresent() && words[word].codePoints().noneMatch(Character::isLetter)) {
                same.add(new Pair(word, partner.getAsInt()));
            }
        }
        return same;
    }

    private static double[] rotation(WordVectors source, WordVectors target, List<Pair> pairs) {
        var procrustes = new Procrustes(source.rows()[0].length);
        for (Pair pair : pairs) {
            procrustes.add(target.rows()[pair.target()], source.rows()[pair.source()]);
        }
        return procrustes.rotation();
    }

    /// How many queries have a translation as the nearest target word, and among the nearest five.
    private static int[] hits(
            WordVectors source,
            WordVectors target,
            Map<Integer, Set<Integer>> heldOut,
            Progress progress) {
        int[] hits = new int[2];
        for (var query : heldOut.entrySet()) {
            progress.checkCancelled();
            int rank = rank(source.rows()[query.getKey()], target.rows(), query.getValue());
            hits[0] += rank < 1 ? 1 : 0;
            hits[1] += rank < BEST ? 1 : 0;
        }
        return hits;
    }

    /// Words that are nearer than the nearest translation. The rows have length 1.
    private static int rank(float[] query, float[][] rows, Set<Integer> translations) {
        float[] cosines = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            cosines[row] = NegativeSampling.product(query, rows[row]);
        }
        float best = -2;
        for (int translation : translations) {
            best = Math.max(best, cosines[translation]);
        }
        int rank = 0;
        for (float cosine : cosines) {
            rank += cosine > best ? 1 : 0;
        }
        return rank;
    }
}
