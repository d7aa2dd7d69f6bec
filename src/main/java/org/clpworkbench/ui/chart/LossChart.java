package org.clpworkbench.ui.chart;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.clpworkbench.ui.common.Texts;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

import java.util.List;
import java.util.Objects;

/// The loss of all runs over steps or tokens. It looks into its model's queue fifteen times a
/// second while it is on a screen, and paints only when something has come.
public final class LossChart extends BorderPane {
    private static final Duration PULSE = Duration.millis(66);

    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;
    private final ChartInk ink = new ChartInk(this::repaintSoon);
    private final LossPlot plot = new LossPlot(texts.get("axis.loss"));
    private final ChartViewer viewer = new ChartViewer(plot.chart());
    private final EndLabels labels = new EndLabels();
    private final CrossHair crossHair = new CrossHair();
    private final StackPane stage = new StackPane(viewer, labels, crossHair, ink);
    private final Timeline pulse = new Timeline(new KeyFrame(PULSE, _ -> pull()));
    private boolean painting;
    private boolean dirty;
    private boolean zoomed;
    private double cursor = Double.NaN;

    public LossChart(LossChartModel model) {
        this.model = model;
        getStyleClass().add("loss-chart");
        getStylesheets()
                .add(Objects.requireNonNull(LossChart.class.getResource("chart.css")).toString());
        setAccessibleText(texts.get("accessible"));
        setFocusTraversable(true);
        setTop(toolBar());
        setCenter(stage);
        // what is drawn must not ask for the room it is drawn in: the chart would grow with itself
        for (Region layer : List.of(viewer, labels, crossHair)) {
            layer.setMinSize(0, 0);
            layer.setPrefSize(0, 0);
            layer.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        stage.setMinSize(200, 140);
        stage.setPrefSize(480, 280);
        viewer.getContextMenu().getItems().clear();
        viewer.getCanvas().setTooltipEnabled(false);
        viewer.getCanvas().addEventHandler(MouseEvent.MOUSE_MOVED, moved -> point(moved.getX()));
        viewer.getCanvas().addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Double.NaN));
        viewer.getCanvas().addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        plot.plot().getDomainAxis().addChangeListener(_ -> axisChanged());
        model.horizontal().addListener(_ -> showAll());
        model.logarithmic().addListener(_ -> showAll());
        model.baseline().addListener(_ -> repaintSoon());
        viewer.getCanvas().widthProperty().addListener(_ -> repaint());
        viewer.getCanvas().heightProperty().addListener(_ -> repaint());
        pulse.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .addListener(
                        (_, _, scene) -> {
                            if (scene == null) {
                                pulse.stop();
                            } else {
                                pulse.play();
                            }
                        });
    }

    private HBox toolBar() {
        var key = new Label(texts.get("key"));
        key.getStyleClass().add("chart-key");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton log = toggle("toggle.log");
        log.selectedProperty().bindBidirectional(model.logarithmic());
        ToggleButton tokens = toggle("toggle.tokens");
        tokens.selectedProperty()
                .addListener(
                        (_, _, chosen) ->
                                model.horizontal()
                                        .set(chosen ? Horizontal.TOKENS : Horizontal.STEPS));
        var bar = new HBox(8, key, space, tokens, log);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("loss-bar");
        return bar;
    }

    private ToggleButton toggle(String key) {
        var button = new ToggleButton(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key + ".hint")));
        button.setAccessibleText(texts.get(key + ".hint"));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// Takes over what the model's queue holds and paints when that changed anything.
    void pull() {
        if (model.drain() || dirty) {
            repaint();
        }
    }

    /// A new theme or size changes many things at once: they are painted together.
    private void repaintSoon() {
        dirty = true;
    }

    private void showAll() {
        zoomed = false;
        repaint();
    }

    void repaint() {
        if (painting || viewer.getCanvas().getWidth() < 50 || viewer.getCanvas().getHeight() < 50) {
            return;
        }
        painting = true;
        dirty = false;
        try {
            plot.chart().setNotify(false);
            plot.ink(ink, EndLabels.WIDTH);
            boolean log = model.logarithmic().get();
            boolean steps = model.horizontal().get() == Horizontal.STEPS;
            Range x = LossRange.across(model.curves(), model.horizontal().get());
            Range y = LossRange.up(model.curves(), log);
            if (zoomed) {
                x = plot.across().getRange();
                y = plot.plot().getRangeAxis().getRange();
            }
            plot.axes(texts.get(steps ? "axis.steps" : "axis.tokens"), x, y, log);
            plot.draw(model, ink, (int) Math.max(50, stage.getWidth() - EndLabels.WIDTH));
        } finally {
            plot.chart().setNotify(true);
            painting = false;
        }
        labels.show(model, area(), this::yOf);
        showCursor();
    }

    private void axisChanged() {
        if (!painting) {
            zoomed = !plot.across().isAutoRange();
            repaintSoon();
        }
    }

    private Rectangle2D area() {
        java.awt.geom.Rectangle2D data = dataArea();
        return new Rectangle2D(data.getX(), data.getY(), data.getWidth(), data.getHeight());
    }

    private java.awt.geom.Rectangle2D dataArea() {
        ChartRenderingInfo drawn = viewer.getRenderingInfo();
        return drawn == null
                ? new java.awt.geom.Rectangle2D.Double()
                : drawn.getPlotInfo().getDataArea();
    }

    private double yOf(double loss) {
        return plot.plot().getRangeAxis().valueToJava2D(loss, dataArea(), RectangleEdge.LEFT);
    }

    private void point(double x) {
        Rectangle2D area = area();
        boolean inside = x >= area.getMinX() && x <= area.getMaxX();
        cursor =
                inside
                        ? plot.across().java2DToValue(x, dataArea(), RectangleEdge.BOTTOM)
                        : Double.NaN;
        showCursor();
    }

    private void showCursor() {
        if (Double.isNaN(cursor)) {
            crossHair.setVisible(false);
            return;
        }
        double x = plot.across().valueToJava2D(cursor, dataArea(), RectangleEdge.BOTTOM);
        crossHair.show(Readout.at(model, cursor), x, area());
    }

    private void clicked(MouseEvent click) {
        requestFocus();
        if (click.getClickCount() == 2) {
            showAll();
        }
    }

    private void pressed(KeyEvent key) {
        double width = plot.across().getRange().getLength() / 100;
        double now = Double.isNaN(cursor) ? plot.across().getRange().getCentralValue() : cursor;
        switch (key.getCode()) {
            case LEFT -> cursor = plot.across().getRange().constrain(now - width);
            case RIGHT -> cursor = plot.across().getRange().constrain(now + width);
            case ESCAPE -> cursor = Double.NaN;
            case C -> copyWhen(key.isShortcutDown());
            default -> {
                return;
            }
        }
        key.consume();
        showCursor();
    }

    private void copyWhen(boolean asked) {
        if (asked && !Double.isNaN(cursor)) {
            var content = new ClipboardContent();
            content.putString(Readout.at(model, cursor).asText());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
