package org.clpworkbench.ui.helper;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableIntegerValue;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.TextSample;
import org.clpworkbench.helper.HelperDraft;
import org.clpworkbench.helper.HelperModel;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.helper.TextMeasure;
import org.clpworkbench.job.JobState;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ModelsAtHand;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// A helper model from text alone: what is asked for, how far it is, what came of it.
public final class HelperViewModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HelperViewModel.class);

    private final Texts texts = Texts.of(HelperViewModel.class);
    private final ScreenContext context;
    private final HelperForm form;
    private final TextsLook look;
    private final Surroundings surroundings;
    private final Outcome outcome;
    private final LatestJob unfinished;
    private final TrainingSoFar soFar = new TrainingSoFar();
    private final MemoryNote memory = new MemoryNote();
    private final ReadOnlyObjectWrapper<@Nullable Making> making = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final StringProperty answer = new SimpleStringProperty("");
    private final StringProperty plan = new SimpleStringProperty("");
    private final StringProperty startText = new SimpleStringProperty("");
    private final StringProperty complaint = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private boolean closed;

    /// @param models what the helper is taken up among when it is made
    public HelperViewModel(ScreenContext context, ModelsAtHand models) {
        this.context = context;
        form = new HelperForm(context.workspace().models());
        look = new TextsLook(context, form);
        surroundings = new Surroundings(context.workspace());
        outcome = new Outcome(context, models);
        unfinished = new LatestJob(context.jobs());
        for (Observable input : form.inputs()) {
            input.addListener(_ -> formChanged());
        }
        look.chosen().addListener(_ -> tell());
        look.sample().addListener(_ -> tell());
        look.measured().addListener(_ -> tell());
        problem.follow(look.problem());
        surroundings.suited().subscribe(form::suit);
        surroundings.changed().addListener(_ -> tell());
        soFar.words().addListener(_ -> tellAnswer());
        tell();
    }

    /// The screen is shown: looks at the texts and the machine.
    void opened() {
        surroundings.look();
        look.open();
    }

    private void formChanged() {
        look.measure();
        tell();
    }

    private void tell() {
        try {
            HelperSpec spec = form.spec(look.chosen().getValue());
            String time = Numbers.duration(surroundings.time(spec));
            startText.set(texts.get("start.about", time));
            plan.set(plan(spec));
            memory.tell(spec);
            complaint.set("");
            ready.set(making.get() == null);
            tellAnswer(Optional.of(spec));
        } catch (IllegalArgumentException incomplete) {
            startText.set(texts.get("start"));
            plan.set("");
            memory.clear();
            complaint.set(Failure.reason(incomplete));
            ready.set(false);
            tellAnswer(Optional.empty());
        }
    }

    /// How much is read and how often.
    private String plan(HelperSpec spec) {
        HelperSpec.Training training = spec.training();
        long tokens = (long) training.steps() * training.batch() * training.context();
        TextMeasure text = look.measured().get();
        String ratio = twoDigits((double) tokens / spec.parameters());
        if (text == null) {
            return texts.get("plan", Numbers.count(tokens), ratio);
        }
        return texts.get(
                "plan.passes",
                Numbers.count(tokens),
                twoDigits(tokens / text.tokens()),
                Numbers.decimal(text.bytesPerToken(), 1),
                ratio);
    }

    /// As many as are known.
    private static String twoDigits(double number) {
        return Numbers.significant(
                number >= 10
                        ? Math.round(number)
                        : new BigDecimal(number).round(new MathContext(2)).doubleValue());
    }

    /// What is made or was made; else what would be.
    private void tellAnswer(Optional<HelperSpec> wanted) {
        Making now = making.get();
        HelperModel made = outcome.model().get();
        if (now != null) {
            String said = soFar.words().get();
            answer.set(
                    said.isEmpty()
                            ? texts.get("answer.making", now.name())
                            : texts.get("answer.training", now.name(), said));
        } else if (made != null) {
            boolean evaluated = !Double.isNaN(made.bitsPerByte());
            answer.set(
                    texts.get(
                            evaluated ? "answer.made" : "answer.made.unknown",
                            String.valueOf(made.folder().getFileName()),
                            Numbers.significant(made.bitsPerByte())));
        } else {
            answer.set(wanted.map(this::answer).orElseGet(this::question));
        }
    }

    private void tellAnswer() {
        if (making.get() != null) {
            tellAnswer(Optional.empty());
        }
    }

    private String answer(HelperSpec spec) {
        TextSample text = look.sample().get();
        return text == null
                ? question()
                : texts.get(
                        "answer",
                        spec.name(),
                        Numbers.whole(spec.tokenizer().vocabularySize()),
                        Numbers.count(spec.parameters()),
                        Numbers.bytes(text.bytes()),
                        Numbers.duration(surroundings.time(spec)),
                        surroundings.device(spec.training().execution().device()));
    }

    private String question() {
        DataSet chosen = look.chosen().getValue();
        return chosen == null
                ? texts.get("answer.none")
                : texts.get("answer.open", DataSetWords.name(chosen));
    }

    /// Makes what the form says.
    void start() {
        HelperSpec spec = form.spec(look.chosen().getValue());
        problem.set("");
        outcome.clear();
        follow(
                new Making(
                        spec,
                        texts.get("job.make", spec.name()),
                        context.jobs(),
                        context.workspace()));
    }

    private void follow(Making next) {
        making.set(next);
        next.run().subscribe(this::follow);
        var _ =
                next.job()
                        .result()
                        .whenComplete((model, _) -> Platform.runLater(() -> ended(next, model)));
        tell();
    }

    private void follow(@Nullable RunFolder run) {
        if (!closed) {
            soFar.follow(run);
        }
    }

    private void ended(Making which, @Nullable HelperModel model) {
        if (closed) {
            return;
        }
        making.set(null);
        soFar.follow(null);
        JobState state = which.job().state();
        if (state == JobState.FAILED) {
            which.job()
                    .snapshot()
                    .failure()
                    .map(why -> Failure.of(which.job().title(), why))
                    .ifPresent(problem::set);
        } else if (state == JobState.CANCELLED) {
            String how = which.run().get() == null ? "cancelled" : "cancelled.run";
            problem.set(texts.get(how, which.name()));
        } else if (model != null) {
            TextSample text = look.sample().get();
            form.renew();
            String before = outcome.sentence().get();
            outcome.show(
                    model,
                    before.isEmpty() && text != null
                            ? TokenizerAtWork.sentence(text.text())
                            : before);
            resume();
        }
        surroundings.look();
        tell();
    }

    /// Opens the run that is under way on the training screen.
    void watch() {
        run().ifPresent(run -> context.navigation().showRuns(List.of(run.path())));
    }

    private Optional<RunFolder> run() {
        return Optional.ofNullable(making.get()).map(now -> now.run().get());
    }

    /// Ends the training; the model is made of its best state so far.
    void stopHere() {
        run().ifPresent(run -> Thread.startVirtualThread(() -> stop(run)));
    }

    private void stop(RunFolder run) {
        try {
            run.requestStop();
        } catch (IOException refused) {
            LOG.warn("The run {} cannot be asked to stop", run.path(), refused);
            String words = Failure.reason(refused);
            Platform.runLater(() -> problem.set(words));
        }
    }

    /// Leads back to where it began.
    void another() {
        outcome.clear();
        tell();
    }

    /// Leads to where texts are chosen.
    void chooseTexts() {
        context.navigation().open(ScreenName.DATA);
    }

    /// Goes on with helpers whose window closed before they were made, one after the other.
    public void resume() {
        unfinished.await(
                texts.get("job.unfinished"),
                _ -> HelperDraft.waiting(context.workspace()),
                this::resume,
                problem::set);
    }

    private void resume(List<HelperDraft> waiting) {
        if (making.get() == null && !waiting.isEmpty()) {
            HelperDraft next = waiting.getFirst();
            follow(new Making(next, texts.get("job.make", next.name()), context.jobs()));
        }
    }

    /// Goes on where another window's left off.
    public void follow(HelperViewModel before) {
        Making under = before.making.get();
        HelperModel made = before.outcome.model().get();
        if (under != null) {
            under.leaving(false);
            follow(under);
        } else if (made != null) {
            outcome.show(made, before.outcome.sentence().get());
            tell();
        }
    }

    /// The window is closing, or made anew: a training goes on without it.
    @Override
    public void close() {
        closed = true;
        soFar.follow(null);
        Making now = making.get();
        if (now != null) {
            now.leaving(true);
        }
    }

    public HelperForm form() {
        return form;
    }

    /// How many helpers are being made: one at most.
    public ObservableIntegerValue busy() {
        return Bindings.createIntegerBinding(() -> making.get() == null ? 0 : 1, making);
    }

    TextsLook look() {
        return look;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Outcome outcome() {
        return outcome;
    }

    TrainingSoFar soFar() {
        return soFar;
    }

    /// Null when nothing is being made.
    ReadOnlyObjectProperty<@Nullable Making> making() {
        return making.getReadOnlyProperty();
    }

    StringProperty answer() {
        return answer;
    }

    /// How much is read and how often; empty while the form does not say.
    StringProperty plan() {
        return plan;
    }

    /// What a step takes; empty while the form does not say.
    StringProperty memory() {
        return memory.words();
    }

    StringProperty startText() {
        return startText;
    }

    /// What keeps the model from being made; empty when nothing does.
    StringProperty complaint() {
        return complaint;
    }

    /// What went wrong, in a sentence; empty when nothing did.
    ProblemText problem() {
        return problem;
    }

    /// Whether the model can be made now.
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }
}
