package org.clpworkbench.vocab;

import java.util.List;
import java.util.OptionalInt;

/// Which tokens of the target vocabulary (the helper's) also stand in the source's.
///
/// @param anchors by target id
/// @param missing target ids without a source token, ascending
public record Overlap(
        Matching matching,
        Vocabulary source,
        Vocabulary target,
        List<Anchor> anchors,
        List<Integer> missing) {
    /// A target token and the source token that it is.
    public record Anchor(int targetId, int sourceId) {}

    public static Overlap of(Vocabulary source, Vocabulary target, Matching matching) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The source token of a target token, if it is an anchor.
    public OptionalInt sourceOf(int targetId) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Anchors as a share of the target vocabulary, 0 to 1.
    public double share() {
        throw new UnsupportedOperationException("skeleton");
    }
}
