package org.clpworkbench.transfer;

import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The baseline `shuffled`: as many anchors as there are, on random target tokens, each with a
/// source row that some anchor has. Nothing of the languages is left in it but the trunk.
final class ShuffledAnchors {
    private ShuffledAnchors() {}

    static Overlap of(Overlap overlap, long seed) {
        List<Integer> ids = new ArrayList<>(overlap.missing());
        overlap.anchors().stream().map(Anchor::targetId).forEach(ids::add);
        ids.sort(Comparator.naturalOrder());
        var random = Seeds.of(seed, Methods.SHUFFLED);
        for (int at = ids.size() - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            Integer swapped = ids.get(at);
            ids.set(at, ids.get(other));
            ids.set(other, swapped);
        }
        var anchors = new ArrayList<Anchor>();
        for (int at = 0; at < overlap.anchors().size(); at++) {
            anchors.add(new Anchor(ids.get(at), overlap.anchors().get(at).sourceId()));
        }
        anchors.sort(Comparator.comparingInt(Anchor::targetId));
        List<Integer> missing =
                ids.subList(overlap.anchors().size(), ids.size()).stream().sorted().toList();
        return new Overlap(
                overlap.matching(), overlap.source(), overlap.target(), anchors, missing);
    }
}
