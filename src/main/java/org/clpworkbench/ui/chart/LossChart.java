package org.clpworkbench.ui.chart;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

import org.clpworkbench.ui.common.Texts;

import java.util.Objects;

/// The loss of all runs over steps, tokens or time. It looks into its model's queue fifteen times a
/// second while it is on a screen, and paints only when something has come.
public final class LossChart extends BorderPane {
    private static final Duration PULSE = Duration.millis(66);
    private static final double ZOOM = 1.5;

    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;
    private final ChartStage stage;
    private final Timeline pulse = new Timeline(new KeyFrame(PULSE, _ -> pull()));

    public LossChart(LossChartModel model) {
        this.model = model;
        this.stage = new ChartStage(model);
        getStyleClass().add("loss-chart");
        getStylesheets()
                .add(Objects.requireNonNull(LossChart.class.getResource("chart.css")).toString());
        setAccessibleText(texts.get("accessible"));
        setFocusTraversable(true);
        setTop(new ChartTools(model));
        setCenter(stage);
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        pulse.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                pulse.stop();
                            } else {
                                pulse.play();
                            }
                        });
    }

    /// Takes over what the model's queue holds and paints when that changed anything.
    void pull() {
        if (model.drain() || stage.dirty()) {
            repaint();
        }
    }

    void repaint() {
        stage.repaint();
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> stage.moveCursor(-1);
            case RIGHT -> stage.moveCursor(1);
            case ESCAPE -> stage.hideCursor();
            case PLUS, ADD, EQUALS -> stage.zoomBy(1 / ZOOM);
            case MINUS, SUBTRACT -> stage.zoomBy(ZOOM);
            case DIGIT0, NUMPAD0, HOME -> stage.showAll();
            case C -> copyWhen(key.isShortcutDown());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void copyWhen(boolean asked) {
        String figures = stage.copied();
        if (asked && !figures.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(figures);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
