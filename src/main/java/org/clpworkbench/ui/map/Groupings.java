package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Palette.Ink;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.TokenCounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The ways in which tokens are told apart.
final class Groupings {
    private static final int SCRIPTS = 6;
    private static final int BANDS = 6;
    private static final int WIDER = 4;

    private static final List<Ink> INKS =
            List.of(Ink.RUN_1, Ink.RUN_2, Ink.RUN_3, Ink.RUN_4, Ink.RUN_5, Ink.RUN_6, Ink.MUTED);

    private final Texts texts;

    Groupings(Texts texts) {
        this.texts = texts;
    }

    /// Anchors, missing and special tokens.
    Grouping byStanding(List<MapToken> tokens) {
        byte[] of = new byte[tokens.size()];
        int[] counts = new int[TokenStanding.values().length];
        for (MapToken token : tokens) {
            counts[token.standing().ordinal()]++;
        }
        var groups = new ArrayList<MapGroup>();
        int[] place = new int[counts.length];
        for (TokenStanding standing : TokenStanding.values()) {
            place[standing.ordinal()] = groups.size();
            int count = counts[standing.ordinal()];
            if (count > 0) {
                String word = texts.get("standing." + standing.key());
                groups.add(new MapGroup(word, standing.shape(), standing.ink(), count));
            }
        }
        for (int at = 0; at < of.length; at++) {
            of[at] = (byte) place[tokens.get(at).standing().ordinal()];
        }
        return new Grouping(groups, of);
    }

    /// The most usual scripts, and all others in one group.
    Grouping byScript(List<MapToken> tokens) {
        Map<String, Integer> counts = new HashMap<>();
        tokens.forEach(token -> counts.merge(token.script(), 1, Integer::sum));
        List<String> usual =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(SCRIPTS)
                        .map(Map.Entry::getKey)
                        .toList();
        byte[] of = new byte[tokens.size()];
        int[] sizes = new int[usual.size() + 1];
        for (int at = 0; at < of.length; at++) {
            int place = usual.indexOf(tokens.get(at).script());
            of[at] = (byte) (place < 0 ? usual.size() : place);
            sizes[of[at]]++;
        }
        var words = new ArrayList<>(usual);
        words.add(texts.get("script.others"));
        return new Grouping(groups(words, sizes), of);
    }

    /// Bands of rank, each four times as wide as the one before. A token's id is its rank:
    /// vocabularies are numbered from the frequent to the rare.
    Grouping byId(int tokens) {
        return byRank(tokens, tokens, id -> id + 1);
    }

    /// The same by how often tokens stand in a text; those that do not are a group of their own.
    Grouping byCount(int tokens, TokenCounts counts) {
        return byRank(tokens, counts.distinct(), counts::rank);
    }

    /// @param known how many tokens have a rank
    /// @param rank of each id, from 1 on; 0 where it has none
    private Grouping byRank(int tokens, int known, IntUnaryOperator rank) {
        int[] ends = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            ends[band] = (int) Math.ceil(known / Math.pow(WIDER, BANDS - 1.0 - band));
        }
        byte[] of = new byte[tokens];
        int[] sizes = new int[BANDS + 1];
        for (int id = 0; id < tokens; id++) {
            of[id] = (byte) band(rank.applyAsInt(id), ends);
            sizes[of[id]]++;
        }
        var words = new ArrayList<String>();
        for (int band = 0; band < BANDS; band++) {
            int first = band == 0 ? 1 : ends[band - 1] + 1;
            words.add(texts.get("rank", Numbers.whole(first), Numbers.whole(ends[band])));
        }
        words.add(texts.get("rank.never"));
        return new Grouping(groups(words, sizes), of);
    }

    /// The last one is that of tokens without a rank.
    private static int band(int rank, int[] ends) {
        int band = 0;
        while (band < ends.length && (rank == 0 || rank > ends[band])) {
            band++;
        }
        return band;
    }

    private static List<MapGroup> groups(List<String> words, int[] sizes) {
        var groups = new ArrayList<MapGroup>();
        for (int at = 0; at < words.size(); at++) {
            MapShape shape = MapShape.values()[at];
            groups.add(new MapGroup(words.get(at), shape, INKS.get(at), sizes[at]));
        }
        return groups;
    }
}
