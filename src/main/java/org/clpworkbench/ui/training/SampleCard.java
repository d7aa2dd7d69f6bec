package org.clpworkbench.ui.training;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.chart.RunSwatch;
import org.clpworkbench.ui.common.ReadingDirection;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.OptionalInt;

/// What one run's model writes, the words that it was given set apart from its own.
final class SampleCard extends VBox {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts = Texts.of(TrainingView.class);
    private final RunRow row;
    private final SampleSteps steps;
    private final Label step = new Label();
    private final Label none = new Label();
    private final Text prompt = new Text();
    private final Text written = new Text();
    private final TextFlow words = new TextFlow(prompt, written);
    private final Button copy = new Button();

    SampleCard(RunRow row, SampleSteps steps) {
        this.row = row;
        this.steps = steps;
        getStyleClass().add("sample");
        step.getStyleClass().addAll("text-muted", "sample-step");
        none.getStyleClass().addAll("text-muted", "sample-none");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        prompt.getStyleClass().add("sample-prompt");
        written.getStyleClass().add("sample-written");
        words.getStyleClass().add("sample-words");
        words.setFocusTraversable(true);
        words.setAccessibleRole(AccessibleRole.TEXT);
        words.setAccessibleRoleDescription(texts.get("samples.role", row.chartRun().label()));
        words.setOnMousePressed(_ -> words.requestFocus());
        words.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(head(), none, words);
        row.samples().subscribe(this::show);
        row.figures().subscribe(this::show);
        show();
    }

    private HBox head() {
        var name = new Label(row.chartRun().label());
        name.getStyleClass().add("sample-name");
        name.setTooltip(new Tooltip(row.chartRun().label()));
        name.setMinWidth(0);
        row.baseline()
                .subscribe(
                        baseline ->
                                name.setGraphic(new RunSwatch(row.chartRun().colour(), baseline)));
        step.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        copy.setGraphic(new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().addAll("small", "flat");
        copy.setMinWidth(USE_PREF_SIZE);
        String word = texts.get("samples.copy");
        copy.setTooltip(new Tooltip(word));
        copy.setAccessibleText(texts.get("button.named", row.chartRun().label(), word));
        copy.setOnAction(_ -> copy());
        var head = new HBox(name, step, gap, copy);
        head.getStyleClass().add("run-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// Shows the sample that is looked at now.
    void show() {
        Optional<RunEvent.Sample> sample = steps.of(row);
        step.setText(sample.map(said -> texts.get("samples.at", said.step())).orElse(""));
        String given = sample.map(RunEvent.Sample::prompt).orElse("");
        String all = sample.map(RunEvent.Sample::text).orElse("").stripTrailing();
        boolean begins = all.startsWith(given);
        prompt.setText(begins ? given : "");
        written.setText(begins ? all.substring(given.length()) : all);
        words.setNodeOrientation(ReadingDirection.of(all));
        words.setAccessibleText(all);
        none.setText(sample.isPresent() ? "" : whyNone());
        Visibility.set(words, sample.isPresent());
        Visibility.set(none, sample.isEmpty());
        copy.setDisable(sample.isEmpty());
    }

    /// Says when a sample comes, or why none does.
    private String whyNone() {
        RunFigures now = row.figures().get();
        OptionalInt at = steps.chosen().get();
        if (now == null) {
            return "";
        }
        if (at.isPresent() && now.state().live() && now.step() < at.getAsInt()) {
            return texts.get("samples.notYet", at.getAsInt());
        }
        if (at.isPresent() && !row.samples().get().isEmpty()) {
            int every = row.run().spec().rhythm().evaluateEvery();
            return texts.get("samples.notThen", at.getAsInt(), every);
        }
        return switch (now.state()) {
            case WAITING -> texts.get("samples.waiting");
            case RUNNING -> texts.get("samples.soon");
            case PAUSED, DONE, STOPPED, FAILED, INTERRUPTED -> texts.get("samples.nothing");
        };
    }

    private void pressed(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
            key.consume();
        }
    }

    private void copy() {
        TextClipboard.put(steps.of(row).map(RunEvent.Sample::text).orElse(""));
    }
}
