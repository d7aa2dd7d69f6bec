package org.clpworkbench.vocab;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A vocabulary's tokens put into groups, which no matching rule changes; and how many tokens of
/// each group are anchors under a rule, in the vocabulary and in a text.
public final class VocabularyBreakdown {
    /// A group of target tokens.
    ///
    /// @param group as {@link Grouping#group} calls it
    /// @param tokens of the vocabulary
    /// @param anchors among them
    /// @param sources how many different source tokens these anchors are
    /// @param running how often tokens of the group stand in the text
    /// @param runningAnchors how often those that are anchors do
    public record Part(
            String group, int tokens, int anchors, int sources, long running, long runningAnchors) {
        /// The share of the vocabulary's tokens that are anchors, 0 to 1.
        public double share() {
            return tokens == 0 ? 0 : (double) anchors / tokens;
        }

        /// The share of the text's tokens that are anchors, 0 to 1.
        public double runningShare() {
            return running == 0 ? 0 : (double) runningAnchors / running;
        }
    }

    private static final int NO_TOKEN = -1;

    private final List<String> groups;
    private final int[] sizes;
    private final int[] groupOf;

    private VocabularyBreakdown(List<String> groups, int[] sizes, int[] groupOf) {
        this.groups = groups;
        this.sizes = sizes;
        this.groupOf = groupOf;
    }

    /// Scripts with most tokens first, the other groups in their natural order.
    ///
    /// @param counts of a text, which only the grouping by frequency looks at
    public static VocabularyBreakdown of(Grouping by, Vocabulary vocabulary, TokenCounts counts) {
        String[] names = new String[vocabulary.idRange()];
        Map<String, Integer> found = new HashMap<>();
        for (int id = 0; id < names.length; id++) {
            if (vocabulary.token(id).isPresent()) {
                names[id] = by.group(vocabulary, counts, id);
                found.merge(names[id], 1, Integer::sum);
            } else {
                names[id] = "";
            }
        }
        var groups = new ArrayList<>(found.keySet());
        groups.sort(order(by, found).thenComparing(Comparator.naturalOrder()));
        Map<String, Integer> places = new HashMap<>();
        groups.forEach(group -> places.put(group, places.size()));
        int[] groupOf = new int[names.length];
        for (int id = 0; id < names.length; id++) {
            groupOf[id] = places.getOrDefault(names[id], NO_TOKEN);
        }
        int[] sizes = groups.stream().mapToInt(group -> found.getOrDefault(group, 0)).toArray();
        return new VocabularyBreakdown(List.copyOf(groups), sizes, groupOf);
    }

    private static Comparator<String> order(Grouping by, Map<String, Integer> sizes) {
        return switch (by) {
            case SCRIPT ->
                    Comparator.comparing((String group) -> sizes.getOrDefault(group, 0)).reversed();
            case LENGTH -> Comparator.naturalOrder();
            case WORD_START -> Comparator.comparing(WordPlace::valueOf);
            case FREQUENCY -> Comparator.comparing(FrequencyClass::valueOf);
        };
    }

    /// The group of a token, as {@link Grouping#group} calls it; empty for an id without a token.
    public String group(int id) {
        return groupOf[id] == NO_TOKEN ? "" : groups.get(groupOf[id]);
    }

    /// Every group, in order.
    ///
    /// @param overlap of this vocabulary as the target with any source, by any rule
    public List<Part> parts(Overlap overlap, TokenCounts counts) {
        int[] anchors = new int[sizes.length];
        long[] running = new long[sizes.length];
        long[] runningAnchors = new long[sizes.length];
        var sources = new ArrayList<BitSet>();
        groups.forEach(_ -> sources.add(new BitSet()));
        int[] sourceIds = overlap.sourceIds();
        for (int id = 0; id < groupOf.length; id++) {
            int at = groupOf[id];
            if (at == NO_TOKEN) {
                continue;
            }
            long count = counts.count(id);
            running[at] += count;
            if (sourceIds[id] >= 0) {
                anchors[at]++;
                runningAnchors[at] += count;
                sources.get(at).set(sourceIds[id]);
            }
        }
        var parts = new ArrayList<Part>();
        for (int at = 0; at < sizes.length; at++) {
            int different = sources.get(at).cardinality();
            parts.add(
                    new Part(
                            groups.get(at),
                            sizes[at],
                            anchors[at],
                            different,
                            running[at],
                            runningAnchors[at]));
        }
        return List.copyOf(parts);
    }
}
