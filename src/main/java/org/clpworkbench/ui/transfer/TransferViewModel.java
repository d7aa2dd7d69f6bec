package org.clpworkbench.ui.transfer;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How the pair is to be transferred, what that would do, and what it did.
public final class TransferViewModel {
    private final Texts texts = Texts.of(TransferViewModel.class);
    private final TransferFigures figures = new TransferFigures();
    private final ScreenContext context;
    private final LatestJob transferring;
    private final RecipeChoice choice = new RecipeChoice();
    private final TextChoice given;
    private final ComparisonViewModel comparison;
    private final StringProperty seed =
            new SimpleStringProperty(Integer.toString(StartFolder.USUAL_SEED));
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty answer = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty place = new SimpleStringProperty("");
    private final ObservableList<ReportFigure> lines = FXCollections.observableArrayList();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable TransferReport> report = new SimpleObjectProperty<>();
    private final BooleanBinding reported = report.isNotNull();
    private final BooleanProperty comparisonShown = new SimpleBooleanProperty();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final FormHistory history = new FormHistory();
    private String proposedName = "";
    private int asked;

    private record Estimate(TransferPlan plan, boolean exists) {}

    public TransferViewModel(ScreenContext context) {
        this.context = context;
        this.transferring = new LatestJob(context.jobs());
        this.given = new TextChoice(context);
        this.comparison = new ComparisonViewModel(context, given);
        Pair pair = context.pair();
        pair.source().addListener((_, _, _) -> pairChanged());
        pair.helper().addListener((_, _, _) -> pairChanged());
        choice.recipe().addListener((_, _, _) -> choicesChanged());
        given.target().addListener((_, _, _) -> estimate());
        given.source().addListener((_, _, _) -> estimate());
        given.dictionary().addListener((_, _, _) -> estimate());
        seed.addListener((_, _, _) -> choicesChanged());
        name.addListener((_, _, _) -> estimate());
        transferring.current().addListener((_, before, now) -> jobChanged(before, now));
        choicesChanged();
        history.watch(choice.method(), choice.matching(), choice.space(), choice.weighting());
        history.watch(given.source(), given.dictionary(), seed, name);
    }

    /// The names entered before are the other pair's.
    private void pairChanged() {
        choicesChanged();
        history.forget();
    }

    private void choicesChanged() {
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        if (source != null && helper != null) {
            String next = proposal(source.folder(), helper.folder());
            boolean own = !name.get().equals(proposedName);
            proposedName = next;
            if (!own && !name.get().equals(next)) {
                name.set(next);
                return;
            }
        }
        estimate();
    }

    private String proposal(Path source, Path helper) {
        return StartFolder.name(source, helper, recipe().name(), seedOr(0));
    }

    private Recipe recipe() {
        return choice.recipe().get();
    }

    private long seedOr(long otherwise) {
        try {
            return Long.parseLong(seed.get().strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /// @throws IllegalArgumentException with a sentence for people
    private TransferSpec spec(boolean overwrite) {
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
        return new TransferSpec(
                source.folder(),
                helper.folder(),
                target(),
                recipe(),
                given.texts(),
                seedOr(0),
                1,
                overwrite);
    }

    private boolean chosen() {
        Pair pair = context.pair();
        return pair.source().get() != null && pair.helper().get() != null;
    }

    private Path target() {
        return context.workspace().models().resolve(name.get());
    }

    /// Asks anew what a transfer would do; only the latest asking is answered.
    private void estimate() {
        int number = ++asked;
        asking.set(false);
        report.set(null);
        warnings.clear();
        ready.set(false);
        TransferSpec spec;
        try {
            spec = spec(false);
        } catch (IllegalArgumentException incomplete) {
            lines.clear();
            problem.set(String.valueOf(incomplete.getMessage()));
            place.set("");
            answer.set(texts.get(chosen() ? "answer.refused" : "answer.none"));
            return;
        }
        problem.set("");
        Thread.startVirtualThread(
                () -> {
                    try {
                        var estimate =
                                new Estimate(
                                        CrossLingualTransfer.plan(spec),
                                        Files.exists(spec.target()));
                        Platform.runLater(() -> estimated(number, estimate));
                    } catch (IOException | RuntimeException failed) {
                        String sentence = String.valueOf(failed.getMessage());
                        Platform.runLater(() -> refused(number, sentence));
                    }
                });
    }

    private void estimated(int number, Estimate estimate) {
        if (number != asked) {
            return;
        }
        TransferPlan plan = estimate.plan();
        lines.setAll(figures.of(plan));
        answer.set(
                texts.get(
                        "answer.plan",
                        Numbers.whole(plan.missing()),
                        Numbers.whole(plan.anchors())));
        place.set(texts.get(estimate.exists() ? "place.exists" : "place.new", target()));
        ready.set(!busy());
    }

    private void refused(int number, String sentence) {
        if (number == asked) {
            lines.clear();
            problem.set(sentence);
            answer.set(texts.get("answer.refused"));
        }
    }

    private boolean busy() {
        RunningJob<?> running = transferring.current().get();
        return running != null && !running.state().ended();
    }

    /// Transfers, or asks first when something of that name is there already.
    void transfer() {
        Path target = target();
        Thread.startVirtualThread(
                () -> {
                    boolean exists = Files.exists(target);
                    Platform.runLater(
                            () -> {
                                if (exists) {
                                    asking.set(true);
                                } else {
                                    start(false);
                                }
                            });
                });
    }

    void overwrite() {
        start(true);
    }

    void keep() {
        asking.set(false);
    }

    private void start(boolean overwrite) {
        asking.set(false);
        ready.set(false);
        problem.set("");
        TransferSpec spec = spec(overwrite);
        transferring.compute(
                texts.get("job", spec.method(), name.get()),
                progress -> CrossLingualTransfer.run(spec, progress),
                made -> show(made, spec.target()),
                this::failed);
    }

    private void jobChanged(@Nullable RunningJob<?> before, @Nullable RunningJob<?> now) {
        if (before != null && now == null) {
            Platform.runLater(this::idleAgain);
        }
    }

    /// A cancelled transfer leaves nothing: what stands here is the estimate again.
    private void idleAgain() {
        if (!busy() && !reported.get() && problem.get().isEmpty()) {
            estimate();
        }
    }

    private void failed(String sentence) {
        problem.set(sentence);
        ready.set(true);
    }

    private void show(TransferReport made, Path target) {
        warnings.setAll(made.warnings());
        answer.set(
                texts.get(
                        "answer.report",
                        Numbers.whole(made.counts().missing()),
                        Numbers.percent(made.agreement().missing())));
        place.set(texts.get("place.done", target));
        report.set(made);
        comparisonShown.set(false);
        ready.set(true);
        context.pair().done().add(ScreenName.TRANSFER);
    }

    /// Measures every method in the background and shows the table.
    void compare() {
        comparisonShown.set(true);
        comparison.start(seedOr(StartFolder.USUAL_SEED));
    }

    void train() {
        context.navigation().open(ScreenName.TRAINING);
    }

    void reveal() {
        context.dialogs().reveal(target());
    }

    void openModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    public List<Methods.Entry> methods() {
        return Methods.all();
    }

    /// The chosen method, or what was composed instead.
    RecipeChoice choice() {
        return choice;
    }

    /// The texts that some recipes need.
    TextChoice given() {
        return given;
    }

    /// Whether the chosen recipe reads texts, and is still to be carried out.
    BooleanBinding askingForTexts() {
        return Bindings.createBooleanBinding(
                () -> !reported.get() && recipe().space().readsTexts(), reported, choice.recipe());
    }

    public FormHistory history() {
        return history;
    }

    ComparisonViewModel comparison() {
        return comparison;
    }

    /// Whether the table of compared methods is looked at instead of the transfer.
    public BooleanProperty comparisonShown() {
        return comparisonShown;
    }

    public StringProperty seed() {
        return seed;
    }

    /// The folder's name under the workspace's models.
    public StringProperty name() {
        return name;
    }

    public StringProperty answer() {
        return answer;
    }

    public StringProperty problem() {
        return problem;
    }

    /// Where the model will lie, or lies.
    public StringProperty place() {
        return place;
    }

    /// The estimate's lines.
    public ObservableList<ReportFigure> lines() {
        return lines;
    }

    public ObservableList<String> warnings() {
        return warnings;
    }

    /// Whether source and helper are chosen.
    BooleanBinding paired() {
        Pair pair = context.pair();
        return pair.source().isNotNull().and(pair.helper().isNotNull());
    }

    /// Whether a transfer can be started now.
    public BooleanProperty ready() {
        return ready;
    }

    /// What the transfer did; null before.
    public ObjectProperty<@Nullable TransferReport> report() {
        return report;
    }

    public BooleanBinding reported() {
        return reported;
    }

    /// Whether the question stands if an existing folder may be replaced.
    public BooleanProperty asking() {
        return asking;
    }

    LatestJob transferring() {
        return transferring;
    }
}
