package org.clpworkbench.ui.overlap;

import org.clpworkbench.vocab.Overlap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the two vocabularies have in common by one matching rule.
///
/// @param tokens without a text
/// @param helperIds for each id of the source the lowest of the helper that it is an anchor of, -1
///   where there is none
record OverlapFindings(
        ComparedPair pair, Overlap overlap, TokensOnShow tokens, List<Integer> helperIds) {
    static OverlapFindings of(ComparedPair pair, Overlap overlap) {
        return new OverlapFindings(
                pair,
                overlap,
                TokensOnShow.of(pair, overlap, Optional.empty()),
                helperIds(overlap));
    }

    private static List<Integer> helperIds(Overlap overlap) {
        Integer[] ids = new Integer[overlap.source().idRange()];
        Arrays.fill(ids, -1);
        for (Overlap.Anchor anchor : overlap.anchors().reversed()) {
            ids[anchor.sourceId()] = anchor.targetId();
        }
        return List.of(ids);
    }
}
