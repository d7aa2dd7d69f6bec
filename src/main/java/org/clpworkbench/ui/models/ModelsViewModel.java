package org.clpworkbench.ui.models;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.settings.Chosen;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ModelPair;
import org.clpworkbench.ui.common.ModelsAtHand;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The models at hand, and which of them are the source and the helper.
public final class ModelsViewModel implements ModelsAtHand {
    /// The name of the segment with the models at hand.
    static final String AT_HAND = "hand";

    private final Texts texts = Texts.of(ModelsViewModel.class);
    private final ScreenContext context;
    private final SettingsFile settings;
    private final HubCache hub;
    private final Pair pair;
    private final LatestJob reading;
    private final LatestJob looking;
    private Runnable again = () -> {};
    private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FreeMemory>> freeMemory =
            new SimpleObjectProperty<>(Optional.empty());
    private final ProblemText problem = new ProblemText();
    private final StringProperty segment = new SimpleStringProperty(AT_HAND);
    private final List<Runnable> onceRead = new ArrayList<>();

    /// @param hub whose models are at hand, too
    public ModelsViewModel(ScreenContext context, SettingsFile settings, HubCache hub) {
        this.context = context;
        this.settings = settings;
        this.hub = hub;
        this.pair = context.pair();
        this.reading = new LatestJob(context.jobs());
        this.looking = new LatestJob(context.jobs());
        String left = settings.current().session().layout().segment();
        segment.set(left.isEmpty() ? AT_HAND : left);
        pair.source().addListener((property, before, now) -> pairChanged());
        pair.helper().addListener((property, before, now) -> pairChanged());
    }

    /// Looks for models; on the first start the embedded pair is chosen.
    public void refresh() {
        again = this::refresh;
        reading.await(
                texts.get("job.read"),
                progress ->
                        ModelCatalog.read(
                                context.workspace(),
                                settings.current().recentModels(),
                                hub,
                                progress),
                this::found,
                problem::set);
    }

    /// Reads what was to be read last.
    void again() {
        again.run();
    }

    private void found(ModelCatalog catalog) {
        models.setAll(catalog.models());
        problem.set(String.join("\n", catalog.problems()));
        looking.await(
                texts.get("job.memory"),
                _ -> FreeMemory.now(),
                free -> freeMemory.set(Optional.of(free)),
                _ -> freeMemory.set(Optional.empty()));
        Chosen remembered = settings.current().chosen();
        choose(pair.source(), remembered.source(), catalog.demo().source());
        choose(pair.helper(), remembered.helper(), catalog.demo().helper());
        var now = List.copyOf(onceRead);
        onceRead.clear();
        now.forEach(Runnable::run);
    }

    private void choose(
            ObjectProperty<@Nullable ModelSummary> role, String remembered, Path embedded) {
        if (role.get() == null) {
            role.set(
                    byFolder(Path.of(remembered))
                            .or(() -> byFolder(embedded))
                            .map(ModelEntry::summary)
                            .orElse(null));
        }
    }

    private Optional<ModelEntry> byFolder(Path folder) {
        return models.stream().filter(entry -> entry.summary().folder().equals(folder)).findFirst();
    }

    private void pairChanged() {
        if (chosen()) {
            pair.done().add(ScreenName.MODELS);
        }
    }

    private boolean chosen() {
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        return source != null && helper != null && !source.folder().equals(helper.folder());
    }

    /// The source and the helper that came with the program; empty until they are read.
    public Optional<ModelPair> embedded() {
        List<ModelSummary> embedded =
                models.stream().filter(ModelEntry::embedded).map(ModelEntry::summary).toList();
        return embedded.size() < 2
                ? Optional.empty()
                : Optional.of(new ModelPair(embedded.get(0), embedded.get(1)));
    }

    /// Asks for a folder and takes it up among the models.
    void openFolder() {
        context.dialogs().chooseFolder(texts.get("dialog.folder")).ifPresent(this::open);
    }

    /// Takes a model up that came to this machine. All models are read anew, since a reading that
    /// is under way would be taken back by another.
    @Override
    public void takeUp(Path folder) {
        settings.change(now -> now.withRecent(whole(folder)));
        refresh();
    }

    @Override
    public void useAsSource(Path folder) {
        takeUp(folder, this::useAsSource);
    }

    @Override
    public void useAsHelper(Path folder) {
        takeUp(folder, this::useAsHelper);
    }

    private void takeUp(Path folder, Consumer<ModelEntry> use) {
        onceRead.add(() -> byFolder(whole(folder)).ifPresent(use));
        takeUp(folder);
    }

    @Override
    public void show() {
        segment.set(AT_HAND);
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private void open(Path folder) {
        again = () -> open(folder);
        Path whole = whole(folder);
        reading.await(
                texts.get("job.open", whole.getFileName()),
                _ -> ModelEntry.read(whole),
                this::opened,
                problem::set);
    }

    private void opened(ModelEntry entry) {
        problem.set("");
        settings.change(now -> now.withRecent(entry.summary().folder()));
        models.removeIf(other -> other.summary().folder().equals(entry.summary().folder()));
        models.add(entry);
    }

    public List<ModelSummary> summaries() {
        return models.stream().map(ModelEntry::summary).toList();
    }

    /// Chooses both, as a person would.
    public void choose(ModelSummary source, ModelSummary helper) {
        pair.source().set(source);
        pair.helper().set(helper);
        rememberModels();
    }

    void useAsSource(ModelEntry entry) {
        pair.source().set(entry.summary());
        rememberModels();
    }

    void useAsHelper(ModelEntry entry) {
        pair.helper().set(entry.summary());
        rememberModels();
    }

    private void rememberModels() {
        change(now -> now.withModels(folder(pair.source().get()), folder(pair.helper().get())));
    }

    private void change(UnaryOperator<Chosen> change) {
        settings.change(now -> now.withChosen(change.apply(now.chosen())));
    }

    private static String folder(@Nullable ModelSummary model) {
        return model == null ? "" : model.folder().toString();
    }

    /// Leads to the choice of texts.
    void openData() {
        context.navigation().open(ScreenName.DATA);
    }

    /// Leads on to the overlap.
    void next() {
        context.navigation().open(ScreenName.OVERLAP);
    }

    /// The screen's answer: what will be made of what.
    ObservableValue<String> answer() {
        return Bindings.createStringBinding(this::sentence, pair.source(), pair.helper());
    }

    private String sentence() {
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return texts.get("answer.none");
        }
        return chosen()
                ? texts.get("answer", source.name(), helper.name())
                : texts.get("answer.same", source.name());
    }

    /// Whether there is a pair to go on with.
    ObservableBooleanValue ready() {
        return Bindings.createBooleanBinding(this::chosen, pair.source(), pair.helper());
    }

    ObservableList<ModelEntry> models() {
        return models;
    }

    /// What is known of a model; empty until the models are read.
    Optional<ModelEntry> entry(@Nullable ModelSummary model) {
        return model == null ? Optional.empty() : byFolder(model.folder());
    }

    /// Of this machine, when the models were read last.
    ReadOnlyObjectProperty<Optional<FreeMemory>> freeMemory() {
        return freeMemory;
    }

    /// The name of the segment that is shown.
    public StringProperty segment() {
        return segment;
    }

    Pair pair() {
        return pair;
    }

    LatestJob reading() {
        return reading;
    }

    /// Sentences about what could not be read; empty when all is well.
    ProblemText problem() {
        return problem;
    }
}
