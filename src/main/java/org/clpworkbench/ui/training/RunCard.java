package org.clpworkbench.ui.training;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.run.RunState;
import org.clpworkbench.ui.chart.RunSwatch;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One run below the chart: where it stands, and what can be done with it.
final class RunCard extends VBox {
    /// Where it has less room the words of its buttons would push it out: in sizes of their text.
    private static final double NARROW = 64;

    private final Texts texts = Texts.of(TrainingView.class);
    private final TrainingViewModel viewModel;
    private final RunRow row;
    private final List<Button> worded = new ArrayList<>();

    RunCard(TrainingViewModel viewModel, RunRow row) {
        this.viewModel = viewModel;
        this.row = row;
        getStyleClass().addAll("panel", "run-card");
        getChildren().addAll(head(), problem(), foot(), sample());
    }

    private HBox head() {
        var name = new Label(row.chartRun().label());
        name.getStyleClass().add("run-name");
        name.setTooltip(new Tooltip(row.chartRun().label() + "\n" + row.run().path()));
        row.baseline()
                .subscribe(
                        baseline ->
                                name.setGraphic(new RunSwatch(row.chartRun().colour(), baseline)));
        var state = new Label();
        state.textProperty().bind(row.state());
        var whole = new Tooltip();
        whole.textProperty().bind(row.state());
        state.setTooltip(whole);
        state.getStyleClass().addAll("text-muted", "run-state");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var saved = new Label();
        saved.textProperty().bind(row.saved());
        saved.getStyleClass().add("run-saved");
        saved.setMinWidth(USE_PREF_SIZE);
        saved.setTooltip(new Tooltip(texts.get("row.saved.hint")));
        row.gain().subscribe(gain -> mark(saved, gain.doubleValue()));
        var head =
                new HBox(
                        name,
                        state,
                        gap,
                        saved,
                        action("pause", "mdi2p-pause", RunState::live, viewModel.controls()::pause),
                        action("stop", "mdi2s-stop", RunState::live, viewModel.controls()::stop),
                        action(
                                "resume",
                                "mdi2p-play",
                                RunState::resumable,
                                viewModel.controls()::resume),
                        logButton(),
                        compareButton(),
                        folderButton());
        head.getStyleClass().add("run-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// What keeps its folder from being read.
    private ProblemBar problem() {
        var problem = new ProblemBar();
        problem.setSentenceId("problem-" + row.chartRun().label());
        problem.tell(row.problem());
        problem.offer(texts.get("button.log"), () -> viewModel.controls().openLog(row));
        return problem;
    }

    /// What the model said last, in one line; the whole of it as a hint. Not while the samples are
    /// open, which show it; else its line is kept, so that nothing moves when the first comes.
    private Label sample() {
        var sample = new Label();
        sample.getStyleClass().addAll("text-muted", "run-sample");
        sample.textProperty().bind(row.sample());
        sample.managedProperty().bind(viewModel.samplesOpen().open().not());
        sample.visibleProperty().bind(row.sample().isNotEmpty().and(sample.managedProperty()));
        var whole = new Tooltip();
        whole.textProperty().bind(row.sample());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        sample.setTooltip(whole);
        return sample;
    }

    private static void mark(Label saved, double gain) {
        saved.getStyleClass().removeAll("better", "worse", "text-muted");
        if (Double.isNaN(gain)) {
            saved.getStyleClass().add("text-muted");
        } else {
            saved.getStyleClass().add(gain < 0 ? "worse" : "better");
        }
    }

    private HBox foot() {
        var bar = new ProgressBar();
        bar.progressProperty().bind(row.progress());
        bar.setAccessibleText(texts.get("row.progress", row.chartRun().label()));
        bar.setPrefWidth(72);
        bar.setMinWidth(48);
        var numbers = new Label();
        numbers.textProperty().bind(row.numbers());
        numbers.getStyleClass().add("run-numbers");
        var whole = new Tooltip();
        whole.textProperty().bind(row.numbers());
        numbers.setTooltip(whole);
        var foot = new HBox(bar, numbers);
        foot.getStyleClass().add("run-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /// The word of an action stands beside its sign where there is room.
    @Override
    protected void layoutChildren() {
        for (Button button : worded) {
            boolean narrow = getWidth() < NARROW * button.getFont().getSize();
            button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
        super.layoutChildren();
    }

    private interface Action {
        void on(RunRow row);
    }

    private Button action(String key, String icon, Predicate<RunState> when, Action action) {
        Button button = button(key, icon, action);
        button.setText(texts.get("button." + key));
        worded.add(button);
        showWhen(button, in(when));
        return button;
    }

    private BooleanBinding in(Predicate<RunState> wanted) {
        return Bindings.createBooleanBinding(
                () -> {
                    RunFigures now = row.figures().get();
                    return now != null && wanted.test(now.state()) && !row.stopping().get();
                },
                row.figures(),
                row.stopping());
    }

    private Button logButton() {
        Button button =
                button("log", "mdi2t-text-box-search-outline", viewModel.controls()::openLog);
        showWhen(button, in(RunState::brokeOff));
        return button;
    }

    private Button compareButton() {
        Button button = button("compare", "mdi2f-flag-outline", viewModel::compareWith);
        showWhen(button, row.baseline().not().and(Bindings.size(viewModel.rows()).greaterThan(1)));
        return button;
    }

    private Button folderButton() {
        return button("folder", "mdi2f-folder-outline", viewModel.controls()::reveal);
    }

    private Button button(String key, String icon, Action action) {
        var button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        String word = texts.get("button." + key);
        button.setAccessibleText(texts.get("button.named", row.chartRun().label(), word));
        String hint = "button." + key + ".hint";
        button.setTooltip(new Tooltip(texts.bundle().containsKey(hint) ? texts.get(hint) : word));
        button.setId(key + "-" + row.chartRun().label());
        button.setOnAction(_ -> action.on(row));
        return button;
    }

    private static void showWhen(Button button, ObservableBooleanValue shown) {
        button.visibleProperty().bind(shown);
        button.managedProperty().bind(button.visibleProperty());
    }
}
