package org.clpworkbench.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.race.RunLook;
import org.clpworkbench.run.Baselines;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.chart.ChartRun;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// One run as its card shows it.
public final class RunRow implements Baselines.Seeded {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final RunFolder run;
    private final ChartRun chartRun;
    private final ObjectProperty<@Nullable RunFigures> figures = new SimpleObjectProperty<>();
    private final StringProperty state = new SimpleStringProperty("");
    private final StringProperty numbers = new SimpleStringProperty("");
    private final StringProperty saved = new SimpleStringProperty("");
    private final StringProperty sample = new SimpleStringProperty("");
    private final ObjectProperty<List<RunEvent.Sample>> samples =
            new SimpleObjectProperty<>(List.of());
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private final DoubleProperty gain = new SimpleDoubleProperty(Double.NaN);
    private final BooleanProperty baseline = new SimpleBooleanProperty();
    private final BooleanProperty stopping = new SimpleBooleanProperty();
    private final BooleanProperty checkpointed = new SimpleBooleanProperty();
    private final ProblemText problem = new ProblemText();

    RunRow(RunFolder run, ChartRun chartRun) {
        this.run = run;
        this.chartRun = chartRun;
    }

    /// @param look where the run stands now
    void show(RunLook look) {
        RunFigures now = look.figures();
        problem.set("");
        sample.set(look.sample().strip().replaceAll("\\s*\\R\\s*", " ↵ "));
        samples.set(look.samples());
        checkpointed.set(look.checkpointed());
        RunFigures before = figures.get();
        if (before == null || before.state() != now.state()) {
            stopping.set(false);
        }
        figures.set(now);
        progress.set(now.steps() == 0 ? 0 : (double) now.step() / now.steps());
        numbers.set(inNumbers(now));
        tellState();
    }

    /// @param why its folder could not be read; told once, however often it is tried
    void fail(Exception why) {
        Failure failure = Failure.of(texts.get("row.reading", chartRun.label()), why);
        if (!failure.sentence().equals(problem.get())) {
            problem.set(failure);
        }
    }

    void tellState() {
        RunFigures now = figures.get();
        if (now == null) {
            return;
        }
        String ended = texts.get("state." + now.state());
        state.set(
                stopping.get()
                        ? texts.get("state.ending")
                        : now.why()
                                .map(why -> why.in(Texts.language()))
                                .map(why -> texts.get("state.because", ended, why))
                                .orElse(ended));
    }

    private String inNumbers(RunFigures now) {
        var parts = new ArrayList<String>();
        parts.add(texts.get("row.step", now.step(), now.steps()));
        if (!Double.isNaN(now.loss())) {
            parts.add(texts.get("row.loss", Numbers.significant(now.loss())));
        }
        if (!Double.isNaN(now.validation())) {
            parts.add(texts.get("row.validation", Numbers.significant(now.validation())));
        }
        if (!Double.isNaN(now.tokensPerSecond())) {
            parts.add(texts.get("row.rate", Numbers.whole(Math.round(now.tokensPerSecond()))));
        }
        now.remaining(run.spec())
                .ifPresent(left -> parts.add(texts.get("row.left", Numbers.duration(left))));
        return String.join(" · ", parts);
    }

    /// Whether a look tells nothing new.
    boolean shows(RunLook look) {
        return problem.get().isEmpty()
                && look.figures().equals(figures.get())
                && look.samples().equals(samples.get())
                && look.checkpointed() == checkpointed.get();
    }

    /// Compares with the baseline's figures; empty when this is the baseline or there is none.
    void compare(Optional<RunFigures> other, boolean isBaseline) {
        baseline.set(isBaseline);
        RunFigures mine = figures.get();
        if (isBaseline) {
            saved.set(texts.get("row.baseline"));
        } else if (mine == null || other.isEmpty() || mine.evaluations().isEmpty()) {
            saved.set("");
        } else {
            OptionalDouble share = mine.saved(other.get());
            gain.set(share.orElse(Double.NaN));
            saved.set(share.isPresent() ? saved(gain.get()) : texts.get("row.notReached"));
            return;
        }
        gain.set(Double.NaN);
    }

    private String saved(double share) {
        return texts.get(share < 0 ? "row.more" : "row.saved", Numbers.percent(Math.abs(share)));
    }

    /// Share of the baseline's tokens that were not needed; negative when more were, NaN while that
    /// is not known.
    DoubleProperty gain() {
        return gain;
    }

    public RunFolder run() {
        return run;
    }

    @Override
    public String id() {
        return chartRun.id();
    }

    @Override
    public long seed() {
        return chartRun.group().seed();
    }

    @Override
    public String settings() {
        return chartRun.group().key();
    }

    @Override
    public boolean evaluated() {
        RunFigures now = figures.get();
        return now != null && !now.evaluations().isEmpty();
    }

    public String method() {
        return run.provenance().method();
    }

    public ChartRun chartRun() {
        return chartRun;
    }

    /// What some runs are called, in one text.
    static String labels(List<RunRow> rows) {
        return rows.stream().map(row -> row.chartRun.label()).collect(Collectors.joining(", "));
    }

    /// Null before the first look.
    public ObjectProperty<@Nullable RunFigures> figures() {
        return figures;
    }

    public StringProperty state() {
        return state;
    }

    public StringProperty numbers() {
        return numbers;
    }

    public StringProperty saved() {
        return saved;
    }

    /// What the model said at its last evaluation, in one line.
    public StringProperty sample() {
        return sample;
    }

    /// What it said at each of its evaluations, the earliest first.
    ObjectProperty<List<RunEvent.Sample>> samples() {
        return samples;
    }

    public DoubleProperty progress() {
        return progress;
    }

    public BooleanProperty baseline() {
        return baseline;
    }

    /// Whether there is a checkpoint of it, whose model can write.
    BooleanProperty checkpointed() {
        return checkpointed;
    }

    /// Why its folder cannot be read at present; empty while it can.
    ProblemText problem() {
        return problem;
    }

    /// Whether the run has been asked to end and has not yet done so.
    public BooleanProperty stopping() {
        return stopping;
    }
}
