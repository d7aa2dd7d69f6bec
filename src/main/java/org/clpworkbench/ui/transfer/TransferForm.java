package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PresetForm;
import org.clpworkbench.ui.common.Presets;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.Matching;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the pair is to be transferred, as it is entered. The folder is named after the rest until
/// somebody names it.
final class TransferForm implements PresetForm {
    /// What the published program does.
    private static final String PAPER = "clp";

    private static final String SEED = "seed";

    private final Texts texts = Texts.of(TransferViewModel.class);
    private final ScreenContext context;
    private final RecipeChoice choice = new RecipeChoice();
    private final TextChoice given;
    private final StringProperty seed =
            new SimpleStringProperty(Integer.toString(StartFolder.USUAL_SEED));
    private final StringProperty name = new SimpleStringProperty("");
    private final FormHistory history = new FormHistory();
    private final Presets presets;
    private final Runnable changed;
    private String proposedName = "";

    /// @param changed runs once for each change, the pair's too
    TransferForm(ScreenContext context, SettingsFile settings, Runnable changed) {
        this.context = context;
        this.given = new TextChoice(context);
        this.changed = changed;
        propose();
        Pair pair = context.pair();
        pair.source().addListener((_, _, _) -> pairChanged());
        pair.helper().addListener((_, _, _) -> pairChanged());
        choice.recipe().addListener((_, _, _) -> choicesChanged());
        given.target().addListener((_, _, _) -> changed.run());
        given.source().addListener((_, _, _) -> changed.run());
        given.dictionary().addListener((_, _, _) -> changed.run());
        seed.addListener((_, _, _) -> choicesChanged());
        name.addListener((_, _, _) -> changed.run());
        history.watch(choice.method(), choice.matching(), choice.space(), choice.weighting());
        history.watch(given.source(), given.dictionary(), seed, name);
        presets = new Presets(FormName.TRANSFER, this, builtIn(), settings, context.dialogs());
    }

    private List<Preset> builtIn() {
        String seeded = Integer.toString(StartFolder.USUAL_SEED);
        return List.of(
                preset(texts.get("preset.usual", Methods.DEFAULT, seeded), Methods.DEFAULT),
                preset(texts.get("preset.paper", PAPER, seeded), PAPER));
    }

    private static Preset preset(String name, String method) {
        return new Preset(FormName.TRANSFER, name, RecipeChoice.entries(method));
    }

    /// Method, parts and seed: texts and the folder's name are the pair's.
    @Override
    public Map<String, String> entries() {
        var entries = new HashMap<>(choice.entries());
        entries.put(SEED, seed.get());
        return entries;
    }

    @Override
    public void enter(Map<String, String> entries) {
        history.asOne(
                () -> {
                    choice.enter(entries);
                    seed.set(entries.getOrDefault(SEED, Integer.toString(StartFolder.USUAL_SEED)));
                });
    }

    /// The names entered before are the other pair's.
    private void pairChanged() {
        choicesChanged();
        history.forget();
    }

    private void choicesChanged() {
        if (!propose()) {
            changed.run();
        }
    }

    /// @return whether that gave the folder another name
    private boolean propose() {
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        if (source == null || helper == null) {
            return false;
        }
        String next =
                StartFolder.name(source.folder(), helper.folder(), recipe().name(), seedOr(0));
        boolean own = !name.get().equals(proposedName);
        proposedName = next;
        if (own || name.get().equals(next)) {
            return false;
        }
        name.set(next);
        return true;
    }

    /// What is entered, replacing nothing.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    TransferSpec spec() {
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        if (source == null || helper == null) {
            throw new IllegalArgumentException(texts.get("missing.pair"));
        }
        if (!seed.get().strip().matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException(texts.get("wrong.seed", seed.get()));
        }
        if (!name.get().matches("[^/\\\\:*?\"<>|]+") || name.get().startsWith(".")) {
            throw new IllegalArgumentException(texts.get("wrong.name", name.get()));
        }
        given.check(recipe().space());
        Path target = context.workspace().models().resolve(name.get());
        return new TransferSpec(
                source.folder(),
                helper.folder(),
                target,
                recipe(),
                given.texts(),
                seedOr(0),
                1,
                false);
    }

    Recipe recipe() {
        return choice.recipe().get();
    }

    long seedOr(long otherwise) {
        try {
            return Long.parseLong(seed.get().strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /// The chosen method, or what was composed instead.
    RecipeChoice choice() {
        return choice;
    }

    /// The texts that some recipes need.
    TextChoice given() {
        return given;
    }

    /// Whether the chosen space needs the pair's text, and there is none.
    BooleanBinding lacksText() {
        Pair pair = context.pair();
        return Bindings.createBooleanBinding(
                () ->
                        pair.source().get() != null
                                && pair.helper().get() != null
                                && pair.text().get() == null
                                && recipe().space().readsTexts(),
                pair.source(),
                pair.helper(),
                pair.text(),
                choice.recipe());
    }

    /// Which tokens the Overlap screen takes for the same.
    ObjectProperty<Matching> overlapRule() {
        return context.pair().matching();
    }

    StringProperty seed() {
        return seed;
    }

    /// The folder's name under the workspace's models.
    StringProperty name() {
        return name;
    }

    FormHistory history() {
        return history;
    }

    Presets presets() {
        return presets;
    }
}
