package org.clpworkbench.ui.common;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.settings.SettingsFile;

import java.util.List;

/// Whole entries of one form: the program's, and a person's own, kept in the settings.
public final class Presets {
    private final Texts texts = Texts.of(Presets.class);
    private final FormName of;
    private final PresetForm form;
    private final ObservableValue<List<Preset>> builtIn;
    private final SettingsFile settings;
    private final Dialogs dialogs;
    private final ObservableList<Preset> own = FXCollections.observableArrayList();

    /// @param builtIn the program's, each named after what it enters
    public Presets(
            FormName of,
            PresetForm form,
            ObservableValue<List<Preset>> builtIn,
            SettingsFile settings,
            Dialogs dialogs) {
        this.of = of;
        this.form = form;
        this.builtIn = builtIn;
        this.settings = settings;
        this.dialogs = dialogs;
        readOwn();
    }

    /// Those of the program never change.
    public Presets(
            FormName of,
            PresetForm form,
            List<Preset> builtIn,
            SettingsFile settings,
            Dialogs dialogs) {
        this(of, form, new SimpleObjectProperty<>(builtIn), settings, dialogs);
    }

    private void readOwn() {
        own.setAll(settings.current().presets(of));
    }

    /// The program's.
    public ObservableValue<List<Preset>> builtIn() {
        return builtIn;
    }

    /// A person's own, the latest last.
    public ObservableList<Preset> own() {
        return own;
    }

    public void apply(Preset preset) {
        form.enter(preset.entries());
    }

    /// Whether one of the program's is called so, which nobody can replace.
    boolean isBuiltIn(String name) {
        return builtIn.getValue().stream().anyMatch(preset -> preset.isCalled(name));
    }

    /// Keeps what is entered now; asks first where that replaces one of a person's own.
    ///
    /// @param name neither blank nor a preset's of the program
    /// @return whether it is kept
    public boolean save(String name) {
        boolean taken = own.stream().anyMatch(preset -> preset.isCalled(name));
        if (taken && !agreesToReplace(name.strip())) {
            return false;
        }
        var preset = new Preset(of, name, form.entries());
        settings.change(now -> now.withPreset(preset));
        readOwn();
        return true;
    }

    private boolean agreesToReplace(String name) {
        return dialogs.agrees(
                texts.get("replace.question", name),
                texts.get("replace.about"),
                texts.get("replace"),
                texts.get("cancel"));
    }

    /// Asks, then forgets it.
    public void delete(Preset preset) {
        if (dialogs.agrees(
                texts.get("delete.question", preset.name()),
                texts.get("delete.about"),
                texts.get("delete"),
                texts.get("cancel"))) {
            settings.change(now -> now.withoutPreset(of, preset.name()));
            readOwn();
        }
    }
}
