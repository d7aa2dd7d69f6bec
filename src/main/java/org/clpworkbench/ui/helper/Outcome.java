package org.clpworkbench.ui.helper;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.helper.HelperModel;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ModelsAtHand;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The helper model that was made, and what can be done with it.
final class Outcome {
    private final Texts texts = Texts.of(HelperViewModel.class);
    private final ScreenContext context;
    private final ModelsAtHand models;
    private final LatestJob cutting;
    private final ReadOnlyObjectWrapper<@Nullable HelperModel> model =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TokenizerAtWork> atWork =
            new ReadOnlyObjectWrapper<>();
    private final StringProperty sentence = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();

    Outcome(ScreenContext context, ModelsAtHand models) {
        this.context = context;
        this.models = models;
        cutting = new LatestJob(context.jobs());
        sentence.addListener(_ -> cut());
    }

    /// Takes it up among the models at hand.
    ///
    /// @param words that its tokenizer is shown at
    void show(HelperModel made, String words) {
        model.set(made);
        models.takeUp(made.folder());
        sentence.set(words);
        cut();
    }

    /// There is none any more.
    void clear() {
        cutting.cancel();
        model.set(null);
        atWork.set(null);
        problem.set("");
    }

    private void cut() {
        HelperModel made = model.get();
        if (made != null) {
            String words = sentence.get();
            cutting.await(
                    texts.get("job.cut"),
                    progress -> TokenizerAtWork.of(made.folder(), words, progress),
                    atWork::set,
                    problem::set);
        }
    }

    void useAsHelper() {
        HelperModel made = model.get();
        if (made != null) {
            models.useAsHelper(made.folder());
        }
    }

    /// Whether it is the pair's helper.
    ObservableBooleanValue inUse() {
        return Bindings.createBooleanBinding(this::isInUse, model, context.pair().helper());
    }

    private boolean isInUse() {
        HelperModel made = model.get();
        ModelSummary helper = context.pair().helper().get();
        return made != null && helper != null && helper.folder().equals(made.folder());
    }

    /// Opens the run that trained it on the training screen.
    void showRun() {
        HelperModel made = model.get();
        if (made != null) {
            context.navigation().showRuns(List.of(made.run()));
        }
    }

    /// Leads on to the overlap of the pair.
    void next() {
        context.navigation().open(ScreenName.OVERLAP);
    }

    void reveal() {
        HelperModel made = model.get();
        if (made != null) {
            context.dialogs().reveal(made.folder());
        }
    }

    /// Null before a model is made.
    ReadOnlyObjectProperty<@Nullable HelperModel> model() {
        return model.getReadOnlyProperty();
    }

    /// The sentence cut, and the first merges; null before a model is made.
    ReadOnlyObjectProperty<@Nullable TokenizerAtWork> atWork() {
        return atWork.getReadOnlyProperty();
    }

    /// What the tokenizer is shown at.
    StringProperty sentence() {
        return sentence;
    }

    /// Why the sentence cannot be cut; empty when it can.
    ProblemText problem() {
        return problem;
    }
}
