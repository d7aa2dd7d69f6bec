package org.clpworkbench.ui.transfer;

import org.clpworkbench.transfer.Recipe;

import java.util.Locale;

/// What a recipe does with rows, as far as it has to be told in sentences of its own.
enum RowFate {
    /// Anchors copied, missing rows made of them.
    COMBINED,
    /// Anchors copied, missing rows drawn.
    NORMAL,
    /// Anchors copied, missing rows all but at the mean.
    MEAN,
    /// Anchors' rows on tokens that they do not belong to, the rest drawn.
    SHUFFLED,
    /// Everything drawn.
    RANDOM;

    static RowFate of(Recipe recipe) {
        return of(recipe.weighting());
    }

    static RowFate of(String weighting) {
        return switch (weighting) {
            case "normal" -> NORMAL;
            case "mean" -> MEAN;
            case "shuffled" -> SHUFFLED;
            case "random" -> RANDOM;
            default -> COMBINED;
        };
    }

    /// Whether some rule chose the tokens whose rows are copied.
    boolean matches() {
        return this != SHUFFLED && this != RANDOM;
    }

    /// The last part of the keys of its sentences.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
