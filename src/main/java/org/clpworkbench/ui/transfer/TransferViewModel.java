package org.clpworkbench.ui.transfer;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.Presets;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.transfer.Planning.Answer;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// How the pair is to be transferred, what that would do, and what it did. A transfer that is under
/// way is what it was when it was started, whatever is entered or chosen meanwhile.
public final class TransferViewModel {
    private final Texts texts = Texts.of(TransferViewModel.class);
    private final TransferFigures figures = new TransferFigures();
    private final ScreenContext context;
    private final LatestJob transferring;
    private final Planning planning;
    private final TransferForm form;
    private final ComparisonViewModel comparison;
    private final StringProperty answer = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final TransferPlace place = new TransferPlace();
    private final ObservableList<ReportFigure> lines = FXCollections.observableArrayList();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final ReportOnShow shown;
    private final BooleanProperty comparisonShown = new SimpleBooleanProperty();
    private final ReplaceQuestion question = new ReplaceQuestion();

    /// What is entered; empty while that cannot be done.
    private Optional<TransferSpec> wanted = Optional.empty();

    /// What the latest transfer was started with.
    private Optional<TransferSpec> started = Optional.empty();

    public TransferViewModel(ScreenContext context, SettingsFile settings) {
        this(context, settings, CrossLingualTransfer::plan);
    }

    TransferViewModel(ScreenContext context, SettingsFile settings, Planning.Planner planner) {
        this.context = context;
        this.transferring = new LatestJob(context.jobs());
        this.planning = new Planning(context, planner);
        this.shown = new ReportOnShow(context.jobs());
        Pair pair = context.pair();
        // before the form hears of it
        pair.source().addListener((_, _, _) -> pairChanged());
        pair.helper().addListener((_, _, _) -> pairChanged());
        this.form = new TransferForm(context, settings, this::changed);
        this.comparison = new ComparisonViewModel(context, form.given());
        planning.answer().addListener((_, _, _) -> tell());
        transferring.current().addListener((_, before, now) -> jobChanged(before, now));
        changed();
    }

    /// The plan is the other pair's, and so is what was cancelled.
    private void pairChanged() {
        lines.clear();
        if (!busy()) {
            transferring.cancel();
        }
    }

    /// Another transfer is entered, or what is entered is to be shown again.
    private void changed() {
        question.takeBack();
        shown.clear();
        ready.set(false);
        try {
            wanted = Optional.of(form.spec());
            problem.set("");
        } catch (IllegalArgumentException incomplete) {
            wanted = Optional.empty();
            lines.clear();
            problem.set(Failure.reason(incomplete));
            place.clear();
            answer.set(texts.get(chosen() ? "answer.refused" : "answer.none"));
        }
        wanted.ifPresent(
                spec -> {
                    place.look(spec.target());
                    planning.ask(spec);
                    tell();
                });
    }

    private boolean chosen() {
        Pair pair = context.pair();
        return pair.source().get() != null && pair.helper().get() != null;
    }

    /// The plan of what is entered, as far as it is known.
    private void tell() {
        if (wanted.isEmpty() || reported().get()) {
            return;
        }
        switch (planning.answer().get()) {
            case null -> {
                answer.set(texts.get("answer.planning"));
                ready.set(false);
            }
            case Answer.Planned planned -> {
                Recipe recipe = wanted.get().recipe();
                lines.setAll(figures.of(planned, recipe));
                Optional<Sentence> refusal = planned.plan().refusal(wanted.get().target());
                refusal.ifPresent(full -> problem.set(full.in(Texts.language())));
                answer.set(
                        refusal.isPresent()
                                ? texts.get("answer.refused")
                                : figures.answer(planned.plan(), recipe));
                ready.set(startable());
            }
            case Answer.Refused refused -> {
                lines.clear();
                problem.set(refused.sentence());
                answer.set(texts.get("answer.refused"));
                ready.set(false);
            }
        }
    }

    private boolean busy() {
        RunningJob<?> running = transferring.current().get();
        return running != null && !running.state().ended();
    }

    /// Transfers, or asks first when something of that name is there already.
    void transfer() {
        wanted.ifPresent(this::begin);
    }

    /// The same that was cancelled, whatever is entered now.
    void again() {
        started.ifPresent(this::begin);
    }

    private void begin(TransferSpec spec) {
        question.askBefore(spec, this::start);
    }

    void overwrite() {
        question.agreed().ifPresent(this::start);
    }

    void keep() {
        question.takeBack();
    }

    private void start(TransferSpec spec) {
        if (busy()) {
            return;
        }
        started = Optional.of(spec);
        question.takeBack();
        ready.set(false);
        problem.set("");
        transferring.compute(
                texts.get("job", spec.method(), spec.target().getFileName()),
                Job.lostAtClosing(progress -> CrossLingualTransfer.run(spec, progress)),
                done -> ended(done, spec),
                why -> failed(why, spec));
    }

    private void jobChanged(@Nullable RunningJob<?> before, @Nullable RunningJob<?> now) {
        if (before != null && now == null) {
            Platform.runLater(this::idleAgain);
        }
    }

    /// A cancelled transfer leaves nothing: what stands here is the plan again, or a report.
    private void idleAgain() {
        if (busy()) {
            return;
        }
        if (reported().get()) {
            ready.set(startable());
        } else if (problem.get().isEmpty()) {
            changed();
        }
    }

    private boolean startable() {
        return wanted.isPresent() && !planning.refuses() && !busy();
    }

    /// Plans anew, once there may be room.
    void lookAgain() {
        planning.forget();
        changed();
    }

    private void failed(Failure why, TransferSpec spec) {
        if (isOfThePair(spec)) {
            problem.set(why.triedAgainBy(this::again));
            ready.set(wanted.isPresent());
        } else {
            changed();
        }
    }

    private void ended(TransferReport done, TransferSpec spec) {
        // the next plan is told by the time that this one took
        planning.forget();
        if (!isOfThePair(spec)) {
            changed();
            return;
        }
        show(done, spec.target());
        comparisonShown.set(false);
        context.pair().done().add(ScreenName.TRANSFER);
    }

    private void show(TransferReport report, Path model) {
        question.takeBack();
        answer.set(
                texts.get(
                        "answer.report",
                        Numbers.whole(report.counts().missing()),
                        Numbers.percent(report.agreement().missing())));
        place.done(model);
        shown.show(report, model);
        ready.set(startable());
    }

    /// Shows the report of the model that lies where this one would.
    void openReport() {
        if (problem.failure().get().isPresent()) {
            problem.set("");
        }
        wanted.map(TransferSpec::target)
                .ifPresent(model -> shown.open(model, report -> show(report, model), problem::set));
    }

    /// Goes on with what was entered, compared, asked and reported in another window, which closes.
    public void follow(TransferViewModel before) {
        form.history().follow(before.form.history());
        comparison.follow(before.comparison);
        comparisonShown.set(before.comparisonShown.get());
        started = before.started;
        TransferReport report = before.shown.report().get();
        if (report != null) {
            before.shown.model().ifPresent(model -> show(report, model));
        }
        question.follow(before.question);
        // only a transfer is tried again
        before.problem
                .failure()
                .get()
                .filter(why -> why.again().isPresent())
                .ifPresent(why -> problem.set(why.triedAgainBy(this::again)));
    }

    private boolean isOfThePair(TransferSpec spec) {
        return context.pair().isOf(spec.source(), spec.helper());
    }

    /// Measures every method in the background and shows the table.
    void compare() {
        comparisonShown.set(true);
        comparison.start(form.seedOr(StartFolder.USUAL_SEED));
    }

    void open(ScreenName screen) {
        context.navigation().open(screen);
    }

    /// Opens the folder of the model that the report is of.
    void reveal() {
        shown.model().ifPresent(context.dialogs()::reveal);
    }

    /// The chosen method, or what was composed instead.
    RecipeChoice choice() {
        return form.choice();
    }

    /// Whether the chosen recipe reads texts, and is still to be carried out.
    BooleanBinding askingForTexts() {
        return Bindings.createBooleanBinding(
                () -> !reported().get() && form.recipe().space().readsTexts(),
                reported(),
                form.choice().recipe());
    }

    TransferForm form() {
        return form;
    }

    Presets presets() {
        return form.presets();
    }

    ComparisonViewModel comparison() {
        return comparison;
    }

    /// Whether the table of compared methods is looked at instead of the transfer.
    public BooleanProperty comparisonShown() {
        return comparisonShown;
    }

    public StringProperty seed() {
        return form.seed();
    }

    /// The folder's name under the workspace's models.
    public StringProperty name() {
        return form.name();
    }

    public StringProperty answer() {
        return answer;
    }

    public ProblemText problem() {
        return problem;
    }

    /// Where the model will lie, or lies.
    public StringProperty place() {
        return place.sentence();
    }

    /// Whether there is a report to open of what lies in that place.
    BooleanProperty reportThere() {
        return place.transferred();
    }

    /// The plan's lines.
    public ObservableList<ReportFigure> lines() {
        return lines;
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

    /// What a transfer did, once one did or is looked at again.
    ReportOnShow shown() {
        return shown;
    }

    public BooleanBinding reported() {
        return shown.reported();
    }

    /// Whether the question stands if an existing folder may be replaced.
    public BooleanProperty asking() {
        return question.asking();
    }

    LatestJob transferring() {
        return transferring;
    }

    Planning planning() {
        return planning;
    }
}
