package org.clpworkbench.vocab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
        var finder = new AnchorFinder(source, target, matching);
        var anchors = new ArrayList<Anchor>();
        var missing = new ArrayList<Integer>();
        for (int id = 0; id < target.idRange(); id++) {
            OptionalInt known = finder.find(id);
            if (known.isPresent()) {
                anchors.add(new Anchor(id, known.getAsInt()));
            } else if (target.token(id).isPresent()) {
                missing.add(id);
            }
        }
        return new Overlap(matching, source, target, List.copyOf(anchors), List.copyOf(missing));
    }

    /// The source token of a target token, if it is an anchor.
    public OptionalInt sourceOf(int targetId) {
        int low = 0;
        int high = anchors.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Anchor anchor = anchors.get(middle);
            if (anchor.targetId == targetId) {
                return OptionalInt.of(anchor.sourceId);
            }
            if (anchor.targetId < targetId) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    /// How many of the target's tokens stand in the source: each of them is an anchor.
    public int sharedOfTarget() {
        return anchors.size();
    }

    /// How many of the source's tokens stand in the target: fewer than its anchors where several of
    /// them are the same source token.
    public int sharedOfSource() {
        var shared = new BitSet();
        anchors.forEach(anchor -> shared.set(anchor.sourceId));
        return shared.cardinality();
    }

    /// The source id of every target id, -1 where it is no anchor: to ask for all of them.
    int[] sourceIds() {
        int[] ids = new int[target.idRange()];
        Arrays.fill(ids, -1);
        anchors.forEach(anchor -> ids[anchor.targetId] = anchor.sourceId);
        return ids;
    }

    /// Anchors as a share of the target vocabulary, 0 to 1.
    public double share() {
        return (double) anchors.size() / Math.max(1, anchors.size() + missing.size());
    }

    /// How many anchors are special tokens of the target.
    public int specials() {
        return (int) anchors.stream().filter(a -> target.special(a.targetId)).count();
    }
}
