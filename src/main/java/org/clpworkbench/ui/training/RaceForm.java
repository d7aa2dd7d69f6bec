package org.clpworkbench.ui.training;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.Start;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.MethodWords;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PresetForm;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TypedNumber;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person fills in before a race. Numbers are kept as typed and checked when they are read.
public final class RaceForm implements PresetForm {
    /// Names of entries.
    static final String STEPS = "steps";

    static final String BATCH = "batch";
    static final String CONTEXT = "context";
    static final String RATE = "rate";
    static final String SEEDS = "seeds";
    static final String TRAINABLE = "trainable";
    static final String PARTS = "parts";
    static final String DEVICE = "device";
    static final String CHECKPOINTING = "checkpointing";
    static final String PRECISION = "precision";

    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final ObservableList<StartChoice> starts =
            FXCollections.observableArrayList(choice -> new Observable[] {choice.chosen()});
    private final StringProperty steps = new SimpleStringProperty("200");
    private final StringProperty batch = new SimpleStringProperty("8");
    private final StringProperty context = new SimpleStringProperty("256");
    private final StringProperty learningRate = new SimpleStringProperty("0.001");
    private final StringProperty seed =
            new SimpleStringProperty(Long.toString(StartFolder.USUAL_SEED));
    private final StringProperty trainable = new SimpleStringProperty(Trainable.ALL.toString());
    private final StringProperty parts = new SimpleStringProperty("1");
    private final ObjectProperty<Checkpointing> checkpointing =
            new SimpleObjectProperty<>(Checkpointing.AUTO);
    private final StringProperty device = new SimpleStringProperty("auto");
    private final ObjectProperty<Precision> precision =
            new SimpleObjectProperty<>(Precision.suited("cpu"));
    private final StringProperty complaint = new SimpleStringProperty("");
    private final BooleanProperty advanced = new SimpleBooleanProperty();
    private final Set<Path> seen = new HashSet<>();
    private final FormHistory history = new FormHistory();
    private final Map<String, String> usual;

    RaceForm() {
        for (Methods.Entry method : Methods.all()) {
            if (method.recipe().space() == Space.STATIC_BILINGUAL) {
                continue; // reads texts that this form does not ask for
            }
            boolean first = method.name().equals(Methods.DEFAULT) || method.name().equals("random");
            take(
                    StartChoice.method(
                            method.name(),
                            MethodWords.explanation(method.name(), method.explanation()),
                            first));
        }
        usual = entries();
        history.watch(steps, batch, context, learningRate, seed, trainable, parts, device);
        history.watch(checkpointing, precision);
    }

    private void take(StartChoice choice) {
        starts.add(choice);
        history.watch(choice.chosen());
    }

    /// The same race once for every seed.
    ///
    /// @throws IllegalArgumentException with a sentence for people when something is missing
    List<RaceSpec> races(Pair pair) {
        RaceSpec race = spec(pair);
        return seeds().stream()
                .map(each -> race.with(each, race.optimisation().learningRate()))
                .toList();
    }

    /// The race of the first seed.
    RaceSpec spec(Pair pair) {
        List<Start> chosen = chosen(pair);
        DataSet data = data(pair);
        int wanted = whole(steps, "form.steps");
        return new RaceSpec(
                chosen,
                data,
                wanted,
                whole(batch, "form.batch"),
                whole(context, "form.context"),
                Optimisation.standard(wanted)
                        .withRate(TypedNumber.learningRate(learningRate.get())),
                Trainable.parse(trainable.get().strip()),
                seeds().getFirst(),
                new Execution(
                        precision.get(),
                        device.get().strip(),
                        whole(parts, "form.parts"),
                        checkpointing.get()),
                Rhythm.standard(wanted));
    }

    private List<Start> chosen(Pair pair) {
        var chosen = new ArrayList<Start>();
        for (StartChoice choice : starts) {
            if (choice.chosen().get()) {
                chosen.add(
                        choice.folder()
                                .<Start>map(Start.Folder::new)
                                .orElseGet(() -> transferred(pair, choice.name())));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(texts.get("missing.start"));
        }
        return chosen;
    }

    private Start transferred(Pair pair, String method) {
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            throw new NotChosen(texts.get("missing.pair"), ScreenName.MODELS);
        }
        boolean reads = Recipe.of(method).space().readsTexts();
        return new Start.Transferred(
                source.folder(),
                helper.folder(),
                method,
                reads ? TransferTexts.ofTarget(readable(pair)) : TransferTexts.NONE);
    }

    private DataSet data(Pair pair) {
        DataSet chosen = pair.data().get();
        if (chosen == null) {
            throw new NotChosen(texts.get("missing.text"), ScreenName.DATA);
        }
        if (!chosen.evaluates()) {
            throw new NotChosen(texts.get("missing.validation"), ScreenName.DATA);
        }
        return chosen;
    }

    private Path readable(Pair pair) {
        Path text = pair.text().get();
        if (text == null) {
            throw new NotChosen(texts.get("missing.readable"), ScreenName.DATA);
        }
        return text;
    }

    private int whole(StringProperty typed, String nameKey) {
        return TypedNumber.whole(texts.bundle().getString(nameKey), typed.get());
    }

    private List<Integer> seeds() {
        return TypedSeeds.of(seed.get());
    }

    /// Takes up transferred models as starts. One that a ticked method would make or find anyway is
    /// that method; one that was made since the program began is ticked.
    void offer(List<TransferredModels.Found> found) {
        history.silently(() -> take(found));
    }

    private void take(List<TransferredModels.Found> found) {
        for (TransferredModels.Found model : found) {
            if (!seen.add(model.folder())) {
                continue;
            }
            if (model.start()) {
                starts.stream()
                        .filter(choice -> choice.folder().isEmpty())
                        .filter(choice -> choice.name().equals(model.method()) && model.fresh())
                        .forEach(choice -> choice.chosen().set(true));
            } else {
                take(StartChoice.folder(model.folder(), model.fresh()));
            }
        }
    }

    /// Adds a model folder, ticked.
    public void add(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        seen.add(whole);
        for (StartChoice choice : starts) {
            if (choice.folder().equals(Optional.of(whole))) {
                choice.chosen().set(true);
                return;
            }
        }
        take(StartChoice.folder(whole, true));
    }

    /// What is entered but for starts and texts, by the names of the fields.
    @Override
    public Map<String, String> entries() {
        var entries = new LinkedHashMap<String, String>();
        typed().forEach((name, field) -> entries.put(name, field.get()));
        entries.put(CHECKPOINTING, checkpointing.get().name());
        entries.put(PRECISION, precision.get().name());
        return entries;
    }

    @Override
    public void enter(Map<String, String> entries) {
        history.asOne(() -> fill(entries));
    }

    private void fill(Map<String, String> entries) {
        typed().forEach((name, field) -> field.set(entry(entries, name)));
        checkpointing.set(word(Checkpointing.class, entries, CHECKPOINTING));
        precision.set(word(Precision.class, entries, PRECISION));
    }

    /// Enters what a run was trained with and ticks its start alone, in one step to undo.
    ///
    /// @param besides what belongs to that step
    void enter(RunSettings settings, Runnable besides) {
        settings.folder().ifPresent(this::know);
        history.asOne(
                () -> {
                    fill(settings.entries());
                    for (StartChoice choice : starts) {
                        choice.chosen().set(settings.beganWith(choice));
                    }
                    besides.run();
                });
        advanced.set(true);
    }

    /// Offers a model folder, not ticked unless it was.
    private void know(Path folder) {
        if (starts.stream().noneMatch(choice -> choice.folder().equals(Optional.of(folder)))) {
            seen.add(folder);
            take(StartChoice.folder(folder, false));
        }
    }

    private Map<String, StringProperty> typed() {
        var typed = new LinkedHashMap<String, StringProperty>();
        typed.put(STEPS, steps);
        typed.put(BATCH, batch);
        typed.put(CONTEXT, context);
        typed.put(RATE, learningRate);
        typed.put(SEEDS, seed);
        typed.put(TRAINABLE, trainable);
        typed.put(PARTS, parts);
        typed.put(DEVICE, device);
        return typed;
    }

    private String entry(Map<String, String> entries, String name) {
        return entries.getOrDefault(name, usual.getOrDefault(name, ""));
    }

    private <E extends Enum<E>> E word(Class<E> words, Map<String, String> entries, String name) {
        try {
            return Enum.valueOf(words, entry(entries, name));
        } catch (IllegalArgumentException unknown) {
            return Enum.valueOf(words, entry(usual, name));
        }
    }

    /// What was entered in the beginning.
    Map<String, String> usual() {
        return usual;
    }

    public FormHistory history() {
        return history;
    }

    /// Whether the fields are in view that are seldom changed.
    BooleanProperty advanced() {
        return advanced;
    }

    /// What keeps the race from being started; empty when nothing does.
    StringProperty complaint() {
        return complaint;
    }

    /// Everything whose change changes what would be started.
    Observable[] inputs() {
        return new Observable[] {
            starts,
            steps,
            batch,
            context,
            learningRate,
            seed,
            trainable,
            parts,
            checkpointing,
            device,
            precision
        };
    }

    public ObservableList<StartChoice> starts() {
        return starts;
    }

    public StringProperty steps() {
        return steps;
    }

    public StringProperty batch() {
        return batch;
    }

    public StringProperty context() {
        return context;
    }

    public StringProperty learningRate() {
        return learningRate;
    }

    /// One seed or several, with spaces or commas between.
    public StringProperty seed() {
        return seed;
    }

    /// As {@link Trainable} is written.
    public StringProperty trainable() {
        return trainable;
    }

    /// Parts that a step's batch is computed in.
    public StringProperty parts() {
        return parts;
    }

    public ObjectProperty<Checkpointing> checkpointing() {
        return checkpointing;
    }

    public StringProperty device() {
        return device;
    }

    public ObjectProperty<Precision> precision() {
        return precision;
    }
}
