package org.clpworkbench.ui.chart;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// The loss of all runs over steps, tokens or time. It looks into its model's queue fifteen times a
/// second while it is on a screen, and paints only when something has come.
public final class LossChart extends BorderPane {
    private static final Duration PULSE = Duration.millis(66);
    private static final double ZOOM = 1.5;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;
    private final ChartFiles files;
    private final ChartStage stage;
    private final TablePages table;
    private final EventHandler<KeyEvent> copying = this::copyPointedAt;
    private final Timeline pulse = new Timeline(new KeyFrame(PULSE, _ -> pull()));

    /// @param files where its picture and its table are written
    public LossChart(LossChartModel model, ChartFiles files) {
        this.model = model;
        this.files = files;
        this.stage = new ChartStage(model);
        this.table = new TablePages(model, files);
        getStyleClass().add("loss-chart");
        getStylesheets()
                .add(Objects.requireNonNull(LossChart.class.getResource("chart.css")).toString());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setTop(new ChartTools(model, saveButton()));
        setCenter(new StackPane(stage, table));
        setBottom(note());
        stage.visibleProperty().bind(model.table().not());
        table.visibleProperty().bind(model.table());
        model.table().subscribe(_ -> table.refresh());
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        stage.said().subscribe(this::tell);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((_, before, now) -> listen(before, now));
        pulse.setCycleCount(Animation.INDEFINITE);
        Shown.watch(this, pulse::play, pulse::stop);
    }

    /// Takes over what the model's queue holds and paints when that changed anything.
    void pull() {
        if (model.drain() || stage.dirty()) {
            repaint();
            table.refresh();
        }
    }

    /// Tells a screen reader what the cross-hair shows while keys move it, else what the chart is.
    private void tell(String said) {
        setAccessibleText(said.isEmpty() ? texts.get("accessible") : said);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private Button saveButton() {
        var save = new Button(texts.get("save.picture"));
        save.setId("save-picture");
        save.setTooltip(new Tooltip(texts.get("save.picture.hint")));
        save.setAccessibleHelp(texts.get("save.picture.hint"));
        save.getStyleClass().addAll("small", "chart-toggle");
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(model.table());
        save.setOnAction(_ -> files.savePicture(stage::picture));
        return save;
    }

    /// What was written where; takes no room until there is something to say.
    private Label note() {
        var note = new Label();
        note.getStyleClass().addAll("chart-key", "chart-note");
        note.textProperty().bind(files.note());
        note.visibleProperty().bind(files.note().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        var whole = new Tooltip();
        whole.textProperty().bind(files.note());
        note.setTooltip(whole);
        return note;
    }

    void repaint() {
        stage.repaint();
    }

    private void listen(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, copying);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, copying);
        }
    }

    /// What the pointer shows is copied wherever the keys go, unless somebody copies chosen text.
    private void copyPointedAt(KeyEvent key) {
        if (COPY.match(key) && stage.pointedAt() && !isTextChosen()) {
            copy();
            key.consume();
        }
    }

    private boolean isTextChosen() {
        return getScene().getFocusOwner() instanceof TextInputControl field
                && !field.getSelectedText().isEmpty();
    }

    private void pressed(KeyEvent key) {
        if (model.table().get() || (key.isShortcutDown() && key.getCode() != KeyCode.C)) {
            return;
        }
        if (key.isShiftDown() && key.getCode().isArrowKey()) {
            pan(key.getCode());
            key.consume();
            return;
        }
        switch (key.getCode()) {
            case LEFT -> stage.moveCursor(-1);
            case RIGHT -> stage.moveCursor(1);
            case ESCAPE -> stage.hideCursor();
            case PLUS, ADD, EQUALS -> stage.zoomBy(1 / ZOOM);
            case MINUS, SUBTRACT -> stage.zoomBy(ZOOM);
            case DIGIT0, NUMPAD0, HOME -> stage.showAll();
            case C -> {
                if (key.isShortcutDown()) {
                    copy();
                }
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void pan(KeyCode arrow) {
        switch (arrow) {
            case LEFT -> stage.pan(-1, 0);
            case RIGHT -> stage.pan(1, 0);
            case UP -> stage.pan(0, 1);
            case DOWN -> stage.pan(0, -1);
            default -> {}
        }
    }

    private void copy() {
        TextClipboard.put(stage.copied());
    }
}
