package org.clpworkbench.ui.common;

import org.clpworkbench.checkpoint.ModelSummary;
import org.jspecify.annotations.Nullable;

/// A source and a helper that go together.
public record ModelPair(ModelSummary source, ModelSummary helper) {
    /// Whether the window speaks of these two.
    public boolean isChosen(Pair pair) {
        return isIn(pair.source().get(), source) && isIn(pair.helper().get(), helper);
    }

    private static boolean isIn(@Nullable ModelSummary chosen, ModelSummary model) {
        return chosen != null && chosen.folder().equals(model.folder());
    }

    /// Makes the window speak of them.
    public void choose(Pair pair) {
        pair.source().set(source);
        pair.helper().set(helper);
    }
}
