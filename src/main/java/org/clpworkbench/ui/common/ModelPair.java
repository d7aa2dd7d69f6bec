package org.clpworkbench.ui.common;

import org.clpworkbench.checkpoint.ModelSummary;

/// A source and a helper that go together.
public record ModelPair(ModelSummary source, ModelSummary helper) {
    /// Whether the window speaks of these two.
    public boolean isChosen(Pair pair) {
        return pair.isOf(source.folder(), helper.folder());
    }

    /// Makes the window speak of them.
    public void choose(Pair pair) {
        pair.source().set(source);
        pair.helper().set(helper);
    }
}
