package org.clpworkbench.ui.common;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;

import java.util.List;

/// Chooses the pair for a screen that knows what it is to be, as if a person had done it on the
/// screens of models and texts. Called on the JavaFX thread.
public interface PairChoice {
    /// The models that can be chosen.
    List<ModelSummary> modelsAtHand();

    /// Makes two of them the source and the helper.
    void choose(ModelSummary source, ModelSummary helper);

    /// Makes these the window's texts.
    void choose(DataSet texts);
}
