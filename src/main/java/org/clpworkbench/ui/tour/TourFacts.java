package org.clpworkbench.ui.tour;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Link;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.vocab.CanonicalToken;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the tour fills its sentences and formulas with: figures and tokens of the pair that is
/// chosen.
///
/// @param anchor an anchor, as it is shown
/// @param token a missing token, as it is shown
/// @param tokenBytes how many UTF-8 bytes the missing token adds to a text
/// @param nearest of the missing token in the helper, the nearest first
/// @param paper what the missing token's row is by the method that was published
/// @param paperCosine of the missing token to the first anchor of that sum; NaN where there is none
/// @param usual the same row by the method that a transfer takes unless another is chosen
record TourFacts(
        int anchors,
        int vocabulary,
        String anchor,
        int tokenId,
        String token,
        int tokenBytes,
        List<Named> nearest,
        Sum paper,
        double paperCosine,
        Sum usual) {
    /// The method as it was published.
    static final String PAPER = "clp";

    private static final int SHOWN = 3;
    private static final int LETTERS = 4;

    /// A token with its cosine or its weight.
    record Named(String token, double value) {}

    /// A row made of anchors.
    ///
    /// @param first those with the greatest weights; none where the row is no sum
    /// @param anchors how many there are in all
    record Sum(List<Named> first, int anchors) {
        static Sum of(Mixture mixture, Vocabulary target) {
            return new Sum(
                    mixture.shares().stream()
                            .map(share -> new Named(target.display(share.id()), share.weight()))
                            .toList(),
                    mixture.anchors());
        }

        int more() {
            return anchors - first.size();
        }
    }

    static TourFacts of(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        try (var space = TokenSpace.open(source, helper, matching, progress)) {
            Overlap overlap = space.overlap();
            Vocabulary target = overlap.target();
            int anchor = word(target, overlap.anchors().stream().mapToInt(a -> a.targetId()));
            int token = word(target, missing(space));
            Mixture paper = space.mixture(token, PAPER, SHOWN, progress);
            return new TourFacts(
                    overlap.anchors().size(),
                    target.size(),
                    target.display(anchor),
                    token,
                    target.display(token),
                    target.canonical(token).map(TourFacts::bytes).orElse(1),
                    space.neighbours(token, SHOWN).stream()
                            .map(near -> new Named(target.display(near.id()), near.cosine()))
                            .toList(),
                    Sum.of(paper, target),
                    cosineOfFirst(space, paper),
                    Sum.of(space.mixture(token, Methods.DEFAULT, SHOWN, progress), target));
        }
    }

    /// What both of the methods that are told make anew, where there is such a token: each goes by
    /// a matching of its own.
    private static IntStream missing(TokenSpace space) {
        List<Integer> missing = space.overlap().missing();
        List<Integer> everywhere =
                missing.stream()
                        .filter(
                                id ->
                                        Stream.of(PAPER, Methods.DEFAULT)
                                                .map(space::overlap)
                                                .noneMatch(by -> by.sourceOf(id).isPresent()))
                        .toList();
        return (everywhere.isEmpty() ? missing : everywhere).stream().mapToInt(id -> id);
    }

    private static double cosineOfFirst(TokenSpace space, Mixture mixture) {
        return mixture.shares().stream()
                .limit(1)
                .flatMap(share -> space.links(new int[] {mixture.id(), share.id()}, -1, 1).stream())
                .mapToDouble(Link::cosine)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static int bytes(CanonicalToken token) {
        Charset charset = token.isByte() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return token.text().getBytes(charset).length + (token.startsWord() ? 1 : 0);
    }

    /// The most frequent whole word of some length, for vocabularies are numbered by frequency; the
    /// first token where there is none.
    private static int word(Vocabulary vocabulary, IntStream ids) {
        int[] all = ids.sorted().toArray();
        if (all.length == 0) {
            throw new ToldArgumentException(Sentence.of(TourFacts.class, "vocabularies.nothing"));
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
