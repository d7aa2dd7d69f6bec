package org.clpworkbench.vocab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many tokens of each group are anchors, in the vocabulary and in a text.
public final class VocabularyBreakdown {
    /// A group of target tokens.
    ///
    /// @param group as {@link Grouping#group} calls it
    /// @param tokens of the vocabulary
    /// @param anchors among them
    /// @param running how often tokens of the group stand in the text
    /// @param runningAnchors how often those that are anchors do
    public record Part(String group, int tokens, int anchors, long running, long runningAnchors) {
        Part plus(boolean anchor, long count) {
            return new Part(
                    group,
                    tokens + 1,
                    anchors + (anchor ? 1 : 0),
                    running + count,
                    runningAnchors + (anchor ? count : 0));
        }

        /// The share of the vocabulary's tokens that are anchors, 0 to 1.
        public double share() {
            return tokens == 0 ? 0 : (double) anchors / tokens;
        }

        /// The share of the text's tokens that are anchors, 0 to 1.
        public double runningShare() {
            return running == 0 ? 0 : (double) runningAnchors / running;
        }
    }

    private VocabularyBreakdown() {}

    /// Scripts with most tokens first, the other groups in their natural order.
    public static List<Part> of(Grouping by, Overlap overlap, TokenCounts counts) {
        Vocabulary target = overlap.target();
        Map<String, Part> parts = new HashMap<>();
        for (int id = 0; id < target.idRange(); id++) {
            if (target.token(id).isPresent()) {
                String group = by.group(target, counts, id);
                Part before = parts.getOrDefault(group, new Part(group, 0, 0, 0, 0));
                boolean anchor = overlap.sourceOf(id).isPresent();
                parts.put(group, before.plus(anchor, counts.count(id)));
            }
        }
        var ordered = new ArrayList<>(parts.values());
        ordered.sort(order(by).thenComparing(Part::group));
        return List.copyOf(ordered);
    }

    private static Comparator<Part> order(Grouping by) {
        return switch (by) {
            case SCRIPT -> Comparator.comparingInt(Part::tokens).reversed();
            case LENGTH -> Comparator.comparing(Part::group);
            case WORD_START -> Comparator.comparing(part -> WordPlace.valueOf(part.group()));
            case FREQUENCY -> Comparator.comparing(part -> FrequencyClass.valueOf(part.group()));
        };
    }
}
