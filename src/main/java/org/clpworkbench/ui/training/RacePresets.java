package org.clpworkbench.ui.training;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Whole entries of the race's form: the program's, as they suit this machine and what is entered,
/// and a person's own, kept in the settings.
final class RacePresets {
    private static final int QUICK = 100;
    private static final int COMPARISON = 300;
    private static final int FULL = 1000;
    private static final String FULL_SEEDS = "1, 2, 3";

    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final RaceForm form;
    private final ObservableValue<Precision> suited;
    private final SettingsFile settings;
    private final Dialogs dialogs;
    private final ObservableList<Preset> own = FXCollections.observableArrayList();

    /// @param suited the faster precision on this machine
    RacePresets(
            RaceForm form,
            ObservableValue<Precision> suited,
            SettingsFile settings,
            Dialogs dialogs) {
        this.form = form;
        this.suited = suited;
        this.settings = settings;
        this.dialogs = dialogs;
        own.setAll(settings.current().presets());
    }

    /// The program's own; each is named after what it enters.
    List<Preset> ofTheProgram() {
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
        return new Preset(name, entries);
    }

    /// A person's own, the latest last.
    ObservableList<Preset> own() {
        return own;
    }

    /// What the program's depend on.
    ObservableValue<String> stepsEntered() {
        return form.steps();
    }

    ObservableValue<Precision> suited() {
        return suited;
    }

    void apply(Preset preset) {
        form.enter(preset.entries());
    }

    boolean isTaken(String name) {
        return Stream.concat(ofTheProgram().stream(), own.stream())
                .anyMatch(preset -> preset.isCalled(name));
    }

    /// Keeps what is entered now.
    ///
    /// @param name neither blank nor taken
    void save(String name) {
        var preset = new Preset(name, form.entries());
        settings.change(now -> now.withPreset(preset));
        own.setAll(settings.current().presets());
    }

    /// Asks, then forgets it.
    void delete(Preset preset) {
        if (dialogs.agrees(
                texts.get("preset.delete.question", preset.name()),
                texts.get("preset.delete.about"),
                texts.get("preset.delete"),
                texts.get("preset.cancel"))) {
            settings.change(now -> now.withoutPreset(preset.name()));
            own.setAll(settings.current().presets());
        }
    }
}
