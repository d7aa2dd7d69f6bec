package org.clpworkbench.ui.training;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PairChoice;

import java.util.List;

/// Chooses at once what is asked for, where no screens of models and texts are.
record PairAtHand(Pair pair, List<ModelSummary> modelsAtHand) implements PairChoice {
    /// No model is at hand.
    PairAtHand(Pair pair) {
        this(pair, List.of());
    }

    @Override
    public void choose(ModelSummary source, ModelSummary helper) {
        pair.source().set(source);
        pair.helper().set(helper);
    }

    @Override
    public void choose(DataSet texts) {
        pair.data().set(texts);
    }
}
