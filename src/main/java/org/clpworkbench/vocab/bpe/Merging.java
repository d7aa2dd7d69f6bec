package org.clpworkbench.vocab.bpe;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ByteAlphabet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Merges the most frequent pair of symbols again and again (Sennrich et al. 2016); of pairs as
/// frequent as each other the one whose left symbol is older, then the one whose right is.
///
/// Two of the Hugging Face library's ways are kept so that its merges come out. A pair that was
/// merged keeps its count, which matters when its token comes up a second time, put together from
/// other parts or spelled like a special one; and such a token has but one id.
final class Merging implements SymbolWords.Neighbours {
    private static final int LOOK = 1 << 10;

    private final SymbolWords words;
    private final BpeSpec spec;
    private final Progress progress;
    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();
    private final LinkedHashMap<Long, BpeModel.Merge> merges = new LinkedHashMap<>();
    private final PairCounts counts = new PairCounts();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.ORDER);

    /// Words in which a symbol has come to stand before the newest one, and after it.
    private final SymbolPlaces before;

    private final SymbolPlaces after;
    private int newest;
    private int turn;

    /// A pair that might be merged in some words.
    ///
    /// @param count of the pair in all words when it was put in the queue
    /// @param turn in which it came up
    private record Candidate(long pair, long count, int turn, int[] words) {
        static final Comparator<Candidate> ORDER =
                Comparator.comparingLong(Candidate::count)
                        .reversed()
                        .thenComparingLong(Candidate::pair)
                        .thenComparingInt(Candidate::turn);
    }

    /// @param tokens special ones and bytes, by id
    Merging(SymbolWords words, List<String> tokens, BpeSpec spec, Progress progress) {
        this.words = words;
        this.spec = spec;
        this.progress = progress;
        this.tokens = new ArrayList<>(tokens);
        for (int id = 0; id < tokens.size(); id++) {
            ids.put(tokens.get(id), id);
        }
        before = new SymbolPlaces(spec.vocabularySize());
        after = new SymbolPlaces(spec.vocabularySize());
    }

    BpeModel run() {
        progress.stage("Learning merges");
        countPairs();
        while (tokens.size() < spec.vocabularySize() && !queue.isEmpty()) {
            progress.checkCancelled();
            Candidate top = queue.remove();
            long count = counts.count(top.pair);
            if (count != top.count) {
                queue.add(new Candidate(top.pair, count, top.turn, top.words));
            } else if (count < Math.max(1, spec.minFrequency())) {
                break;
            } else {
                merge(top);
                progress.update(tokens.size(), spec.vocabularySize(), "tokens");
            }
        }
        return new BpeModel(tokens, List.copyOf(merges.values()), spec.specialTokens());
    }

    /// All pairs are of bytes yet.
    private void countPairs() {
        int first = spec.specialTokens().size();
        var found = new SymbolPlaces(ByteAlphabet.SIZE * ByteAlphabet.SIZE);
        for (int word = 0; word < words.size(); word++) {
            look(word);
            for (int at = 1; at < words.length(word); at++) {
                int left = words.symbol(word, at - 1);
                int right = words.symbol(word, at);
                counts.add(PairCounts.pair(left, right), words.count(word));
                found.add((left - first) * ByteAlphabet.SIZE + right - first, word);
            }
        }
        found.drain(
                (place, where) -> {
                    int left = first + place / ByteAlphabet.SIZE;
                    int right = first + place % ByteAlphabet.SIZE;
                    put(PairCounts.pair(left, right), where);
                });
    }

    private void put(long pair, int[] where) {
        long count = counts.count(pair);
        if (count > 0) {
            queue.add(new Candidate(pair, count, turn, where));
        }
    }

    private void merge(Candidate chosen) {
        int left = PairCounts.left(chosen.pair);
        int right = PairCounts.right(chosen.pair);
        String token = tokens.get(left) + tokens.get(right);
        newest = ids.computeIfAbsent(token, _ -> tokens.size());
        if (newest == tokens.size()) {
            tokens.add(token);
        }
        merges.putLast(chosen.pair, new BpeModel.Merge(left, right));
        turn++;
        for (int at = 0; at < chosen.words.length; at++) {
            look(at);
            words.merge(chosen.words[at], left, right, newest, this);
        }
        before.drain((symbol, where) -> put(PairCounts.pair(symbol, newest), where));
        after.drain((symbol, where) -> put(PairCounts.pair(newest, symbol), where));
    }

    private void look(int at) {
        if (at % LOOK == 0) {
            progress.checkCancelled();
        }
    }

    @Override
    public void gone(int left, int right, long count) {
        counts.add(PairCounts.pair(left, right), -count);
    }

    @Override
    public void come(int left, int right, int word, long count) {
        counts.add(PairCounts.pair(left, right), count);
        if (right == newest) {
            before.add(left, word);
        } else {
            after.add(right, word);
        }
    }
}
