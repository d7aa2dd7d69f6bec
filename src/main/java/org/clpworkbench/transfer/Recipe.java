package org.clpworkbench.transfer;

import org.clpworkbench.vocab.Matching;

/// How a new matrix is made: which tokens are the same (their rows are copied), where the others'
/// similarity is measured, and how they are combined by it.
///
/// @param weighting a name known to {@link Methods#weightings}
public record Recipe(Matching matching, Space space, String weighting) {
    /// @throws IllegalArgumentException when there is no such weighting
    public Recipe {
        Methods.weighting(weighting);
    }

    /// The recipe of a named method.
    ///
    /// @throws IllegalArgumentException when there is no such method
    public static Recipe of(String method) {
        return Methods.entry(method).recipe();
    }

    public Recipe with(Matching other) {
        return new Recipe(other, space, weighting);
    }

    public Recipe with(Space other) {
        return new Recipe(matching, other, weighting);
    }

    public Recipe withWeighting(String other) {
        return new Recipe(matching, space, other);
    }

    /// The method of this recipe, or for a composition without a name of its own
    /// "matching+space+weighting".
    public String name() {
        return Methods.all().stream()
                .filter(method -> method.recipe().equals(this))
                .map(Methods.Entry::name)
                .findFirst()
                .orElse(matching.word() + "+" + space.word() + "+" + weighting);
    }

    /// Whether all weights are drawn anew, so that nothing of the source is left.
    public boolean drawsAll() {
        return weighting.equals(Methods.RANDOM);
    }

    /// Whether anchors' rows go to tokens that they do not belong to.
    public boolean shuffles() {
        return weighting.equals(Methods.SHUFFLED);
    }

    /// Whether missing rows are drawn, not combined.
    public boolean baseline() {
        return Methods.weighting(weighting).baseline();
    }
}
