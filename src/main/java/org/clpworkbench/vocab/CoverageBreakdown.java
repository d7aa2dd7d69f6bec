package org.clpworkbench.vocab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Which kinds of running tokens the anchors cover.
public final class CoverageBreakdown {
    /// One kind of tokens in a text: how many there are, and how many of them are anchors.
    public record Part(String kind, long tokens, long anchors) {
        /// 0 to 1.
        public double share() {
            return tokens == 0 ? 0 : (double) anchors / tokens;
        }
    }

    private record Count(long tokens, long anchors) {
        Count plus(Count other) {
            return new Count(tokens + other.tokens, anchors + other.anchors);
        }
    }

    private CoverageBreakdown() {}

    /// By the script of a token's first letter ("LATIN"); "no letter" and "bytes" for the others.
    ///
    /// @param tokens target ids of a text
    public static List<Part> byScript(int[] tokens, Overlap overlap) {
        return parts(tokens, overlap, id -> TokenGroups.script(overlap.target(), id));
    }

    /// By the number of characters: "1", "2", "3", "4–5", "6–8", "9 and more".
    public static List<Part> byLength(int[] tokens, Overlap overlap) {
        return parts(tokens, overlap, id -> TokenGroups.length(overlap.target(), id));
    }

    private static List<Part> parts(int[] tokens, Overlap overlap, IntFunction<String> kind) {
        Map<Integer, Long> frequencies = new TreeMap<>();
        for (int id : tokens) {
            frequencies.merge(id, 1L, Long::sum);
        }
        Map<String, Count> counts = new TreeMap<>();
        frequencies.forEach(
                (id, count) -> {
                    boolean anchor = overlap.sourceOf(id).isPresent();
                    counts.merge(kind.apply(id), new Count(count, anchor ? count : 0), Count::plus);
                });
        return counts.entrySet().stream()
                .map(e -> new Part(e.getKey(), e.getValue().tokens, e.getValue().anchors))
                .toList();
    }
}
