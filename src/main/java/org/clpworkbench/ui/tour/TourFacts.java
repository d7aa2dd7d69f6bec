package org.clpworkbench.ui.tour;

import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// What the tour fills its sentences with: figures and tokens of the pair that is chosen.
///
/// @param anchor an anchor, as it is shown
/// @param token a missing token, as it is shown
/// @param nearest of the missing token in the helper, the nearest first
/// @param sum the anchors with the greatest weights in the paper's sum for it
/// @param summed how many anchors the sum has in all
record TourFacts(
        int anchors,
        int vocabulary,
        String anchor,
        int tokenId,
        String token,
        List<Named> nearest,
        List<Named> sum,
        int summed) {
    /// The method as it was published.
    static final String PAPER = "clp";

    private static final int SHOWN = 3;
    private static final int LETTERS = 4;

    /// A token with its cosine or its weight.
    record Named(String token, double value) {}

    static TourFacts of(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        try (var space = TokenSpace.open(source, helper, matching, progress)) {
            Overlap overlap = space.overlap();
            Vocabulary target = overlap.target();
            int anchor = word(target, overlap.anchors().stream().mapToInt(a -> a.targetId()));
            int token = word(target, overlap.missing().stream().mapToInt(id -> id));
            Mixture mixture = space.mixture(token, PAPER, SHOWN);
            return new TourFacts(
                    overlap.anchors().size(),
                    target.size(),
                    target.display(anchor),
                    token,
                    target.display(token),
                    space.neighbours(token, SHOWN).stream()
                            .map(near -> new Named(target.display(near.id()), near.cosine()))
                            .toList(),
                    mixture.shares().stream()
                            .map(share -> new Named(target.display(share.id()), share.weight()))
                            .toList(),
                    mixture.anchors());
        }
    }

    /// The most frequent whole word of some length, for vocabularies are numbered by frequency; the
    /// first token where there is none.
    private static int word(Vocabulary vocabulary, IntStream ids) {
        int[] all = ids.sorted().toArray();
        if (all.length == 0) {
            throw new IllegalArgumentException(
                    "The two vocabularies leave nothing to explain: every token is an anchor, or"
                            + " none. Choose another pair.");
        }
        return IntStream.of(all)
                .filter(id -> isWord(vocabulary.display(id)))
                .findFirst()
                .orElse(all[0]);
    }

    private static boolean isWord(String display) {
        return display.startsWith("·")
                && display.length() > LETTERS
                && display.codePoints().skip(1).allMatch(Character::isLetter);
    }
}
