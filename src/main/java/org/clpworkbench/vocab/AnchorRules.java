package org.clpworkbench.vocab;

/// By which rule each anchor was found: the strictest one that pairs its two tokens.
///
/// @param roles special tokens of one role
/// @param exact the same string
/// @param canonical the same text, spelled otherwise
/// @param fuzzy the same text but for case and white space
/// @param shared target tokens whose source token is another target token's too
public record AnchorRules(int roles, int exact, int canonical, int fuzzy, int shared) {
    public static AnchorRules of(Overlap overlap) {
        int[] found = new int[4];
        int[] users = new int[overlap.source().idRange()];
        for (Overlap.Anchor anchor : overlap.anchors()) {
            found[rule(overlap, anchor)]++;
            users[anchor.sourceId()]++;
        }
        int shared = 0;
        for (int count : users) {
            shared += count > 1 ? count : 0;
        }
        return new AnchorRules(found[0], found[1], found[2], found[3], shared);
    }

    private static int rule(Overlap overlap, Overlap.Anchor anchor) {
        boolean special = overlap.target().special(anchor.targetId());
        if (special && overlap.matching() != Matching.EXACT) {
            return 0;
        }
        if (overlap.target()
                .token(anchor.targetId())
                .equals(overlap.source().token(anchor.sourceId()))) {
            return 1;
        }
        return overlap.target()
                        .canonical(anchor.targetId())
                        .equals(overlap.source().canonical(anchor.sourceId()))
                ? 2
                : 3;
    }
}
