package org.clpworkbench.ui.training;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program's presets for the race, as they suit this machine and what is entered.
final class RacePresets {
    private static final int QUICK = 100;
    private static final int COMPARISON = 300;
    private static final int FULL = 1000;
    private static final String FULL_SEEDS = "1, 2, 3";

    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final RaceForm form;
    private final ObservableValue<Precision> suited;

    private RacePresets(RaceForm form, ObservableValue<Precision> suited) {
        this.form = form;
        this.suited = suited;
    }

    /// @param suited the faster precision on this machine
    static ObservableValue<List<Preset>> of(RaceForm form, ObservableValue<Precision> suited) {
        var presets = new RacePresets(form, suited);
        return Bindings.createObjectBinding(presets::all, form.steps(), suited);
    }

    private List<Preset> all() {
        int steps = steps();
        int first = Math.max(1, steps / 10);
        return List.of(
                preset(texts.get("preset.quick", Numbers.whole(QUICK)), QUICK, Map.of()),
                preset(
                        texts.get("preset.comparison", Numbers.whole(COMPARISON)),
                        COMPARISON,
                        Map.of()),
                preset(
                        texts.get("preset.full", Numbers.whole(FULL), FULL_SEEDS),
                        FULL,
                        Map.of(RaceForm.SEEDS, FULL_SEEDS)),
                preset(
                        texts.get("preset.embeddings", Numbers.whole(first), Numbers.whole(steps)),
                        steps,
                        Map.of(
                                RaceForm.TRAINABLE,
                                new Trainable(new TrainedPart.Embeddings(), first).toString())));
    }

    /// Those entered; the usual where that is no number.
    private int steps() {
        try {
            return Math.max(1, Numbers.parseWhole(form.steps().get()));
        } catch (NumberFormatException noNumber) {
            return Numbers.parseWhole(form.usual().getOrDefault(RaceForm.STEPS, ""));
        }
    }

    private Preset preset(String name, int steps, Map<String, String> besides) {
        var entries = new HashMap<>(form.usual());
        entries.put(RaceForm.STEPS, Integer.toString(steps));
        entries.put(RaceForm.PRECISION, suited.getValue().name());
        entries.putAll(besides);
        return new Preset(FormName.RACE, name, entries);
    }
}
