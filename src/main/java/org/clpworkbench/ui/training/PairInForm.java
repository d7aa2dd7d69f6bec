package org.clpworkbench.ui.training;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PairChoice;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// The pair as the form's history knows it: what a run's settings chose is taken back with them.
final class PairInForm {
    private final Pair pair;
    private final PairChoice choice;
    private final FormHistory history;
    private final ObjectProperty<Chosen> chosen;

    private record Chosen(
            @Nullable ModelSummary source, @Nullable ModelSummary helper, @Nullable DataSet texts) {
        private boolean sameModels(Chosen other) {
            return Objects.equals(source, other.source) && Objects.equals(helper, other.helper);
        }
    }

    PairInForm(Pair pair, PairChoice choice, FormHistory history) {
        this.pair = pair;
        this.choice = choice;
        this.history = history;
        this.chosen = new SimpleObjectProperty<>(present());
        chosen.addListener((_, before, now) -> follow(before, now));
        history.watch(chosen);
    }

    private Chosen present() {
        return new Chosen(pair.source().get(), pair.helper().get(), pair.data().get());
    }

    /// Takes note of the pair as it is, for what comes next to be taken back to.
    void remember() {
        history.silently(() -> chosen.set(present()));
    }

    /// Chooses what a run was trained with, as far as it is at hand.
    void choose(RunSettings settings) {
        Chosen now = chosen.get();
        chosen.set(
                new Chosen(
                        settings.models().map(RunSettings.Models::source).orElse(now.source()),
                        settings.models().map(RunSettings.Models::helper).orElse(now.helper()),
                        settings.texts().orElse(now.texts())));
    }

    /// What was chosen by hand since stays. Texts are chosen even where they are the same: others
    /// may come with another helper by themselves.
    private void follow(Chosen before, Chosen now) {
        Chosen present = present();
        ModelSummary source = now.source();
        ModelSummary helper = now.helper();
        DataSet texts = now.texts();
        if (source != null
                && helper != null
                && present.sameModels(before)
                && !present.sameModels(now)) {
            choice.choose(source, helper);
        }
        if (texts != null && Objects.equals(present.texts(), before.texts())) {
            choice.choose(texts);
        }
    }
}
