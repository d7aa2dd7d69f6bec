package org.clpworkbench.ui.chart;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import org.clpworkbench.job.Job;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.picture.WrittenFiles;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.ui.RectangleEdge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// The picture: the plot, the runs' names at its right, the cross-hair and what the mouse does.
final class ChartStage extends StackPane implements MouseZoom.Target {
    private static final double LEAST = 140;
    private static final double LEAST_DETAILED = 330;

    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;
    private final ChartInk ink = new ChartInk(this::repaintSoon);
    private final LossPlot plot = new LossPlot(texts);
    private final ChartViewer viewer = new ChartViewer(plot.chart());
    private final EndLabels labels = new EndLabels();
    private final CrossHair crossHair = new CrossHair();
    private final MouseZoom mouse = new MouseZoom(this);
    private final Button reset = new Button(texts.get("zoom.reset"));
    private final Label above = new Label();
    private Zoom whole = Zoom.between(0, 1, 1, 10);
    private Zoom reach = whole;
    private boolean painting;
    private boolean dirty;
    private double cursor = Double.NaN;
    private double pointerY = Double.NaN;
    private boolean pointed;
    private boolean byKeys;
    private final StringProperty said = new SimpleStringProperty("");

    ChartStage(LossChartModel model) {
        this.model = model;
        getStyleClass().add("chart-stage");
        // names of groups are above what the mouse meets, the figures at the cross-hair above both
        getChildren().addAll(viewer, mouse, labels, above, crossHair, reset, ink);
        // what is drawn must not ask for the room it is drawn in: the chart would grow with itself
        for (Region layer : List.of(viewer, labels, crossHair, mouse)) {
            layer.setMinSize(0, 0);
            layer.setPrefSize(0, 0);
            layer.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        setPrefSize(480, 280);
        viewer.getContextMenu().getItems().clear();
        viewer.setMouseTransparent(true);
        viewer.setFocusTraversable(false);
        viewer.getCanvas().setTooltipEnabled(false);
        mouse.addEventHandler(MouseEvent.MOUSE_MOVED, at -> point(at.getX(), at.getY()));
        mouse.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Double.NaN, Double.NaN));
        prepareReset();
        above.getStyleClass().add("chart-above");
        above.setMouseTransparent(true);
        setAlignment(above, Pos.TOP_RIGHT);
        follow();
    }

    private void prepareReset() {
        reset.getStyleClass().addAll("small", "zoom-reset");
        reset.setAccessibleText(texts.get("zoom.reset.hint"));
        reset.visibleProperty().bind(model.zoom().isNotNull());
        reset.managedProperty().bind(reset.visibleProperty());
        reset.setOnAction(_ -> showAll());
        setAlignment(reset, Pos.TOP_RIGHT);
        setMargin(reset, new Insets(8));
    }

    private void follow() {
        model.details()
                .subscribe(
                        asked -> {
                            plot.detailed(asked);
                            setMinSize(200, asked ? LEAST_DETAILED : LEAST);
                            repaintSoon();
                        });
        model.horizontal().addListener(_ -> repaint());
        model.seedsTogether().addListener(_ -> repaint());
        model.logarithmic().addListener(_ -> repaint());
        model.logarithmicAcross().addListener(_ -> repaint());
        model.zoom().addListener(_ -> repaint());
        model.window().addListener(_ -> repaintSoon());
        model.band().addListener(_ -> repaintSoon());
        model.baseline().addListener(_ -> repaintSoon());
        viewer.getCanvas().widthProperty().addListener(_ -> repaint());
        viewer.getCanvas().heightProperty().addListener(_ -> repaint());
    }

    /// A new theme or size changes many things at once: they are painted together.
    private void repaintSoon() {
        dirty = true;
    }

    boolean dirty() {
        return dirty;
    }

    void repaint() {
        if (painting || viewer.getCanvas().getWidth() < 50 || viewer.getCanvas().getHeight() < 50) {
            return;
        }
        painting = true;
        dirty = false;
        try {
            plot.chart().setNotify(false);
            int names = EndLabels.width(ink);
            reset.setTranslateX(-names);
            plot.ink(ink, names);
            // FXGraphics2D does not set a font anew that it thinks is set, also after a restore
            viewer.getCanvas().getGraphicsContext2D().setFont(ink.font());
            var axes = Axes.of(model, texts);
            whole = axes.whole();
            reach = axes.reach();
            Zoom shown = shown();
            tellAbove(axes, names);
            plot.axes(axes, shown);
            plot.draw(model, ink, shown, (int) Math.max(50, getWidth() - names));
        } finally {
            plot.chart().setNotify(true);
            painting = false;
        }
        labels.show(model, area(), ink, this::yOf);
        showCursor();
    }

    /// What the whole leaves out at its top is named there.
    private void tellAbove(Axes axes, int names) {
        List<Curve> out = model.zoom().get() == null ? axes.above() : List.of();
        above.setVisible(!out.isEmpty());
        if (!out.isEmpty()) {
            String loss = FigureWords.loss(LossRange.highest(out));
            above.setText(
                    out.size() == 1
                            ? texts.get("above", out.getFirst().run().label(), loss)
                            : texts.get("above.several", out.size(), loss));
        }
        setMargin(above, new Insets(8, names + 8.0, 0, 0));
    }

    private Zoom shown() {
        Zoom zoom = model.zoom().get();
        return zoom == null ? whole : zoom;
    }

    @Override
    public Rectangle2D area() {
        return area(0);
    }

    private Rectangle2D area(int subplot) {
        ChartRenderingInfo drawn = viewer.getRenderingInfo();
        if (drawn == null || drawn.getPlotInfo().getSubplotCount() <= subplot) {
            return Rectangle2D.EMPTY;
        }
        var data = drawn.getPlotInfo().getSubplotInfo(subplot).getDataArea();
        return new Rectangle2D(data.getX(), data.getY(), data.getWidth(), data.getHeight());
    }

    private java.awt.geom.Rectangle2D awtArea() {
        return awtArea(0);
    }

    private java.awt.geom.Rectangle2D awtArea(int subplot) {
        Rectangle2D area = area(subplot);
        return new java.awt.geom.Rectangle2D.Double(
                area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    private double valueAcross(double x) {
        return plot.across().value(x, awtArea(), RectangleEdge.BOTTOM);
    }

    private double lossAt(double y) {
        return plot.up().value(y, awtArea(), RectangleEdge.LEFT);
    }

    private double yOf(double loss) {
        return plot.up().place(loss, awtArea(), RectangleEdge.LEFT);
    }

    private double xOf(double value) {
        return plot.across().place(value, awtArea(), RectangleEdge.BOTTOM);
    }

    @Override
    public void zoomTo(Rectangle2D pixels) {
        look(
                Zoom.between(
                        valueAcross(pixels.getMinX()),
                        valueAcross(pixels.getMaxX()),
                        lossAt(pixels.getMinY()),
                        lossAt(pixels.getMaxY())));
    }

    @Override
    public void zoomBy(double factor, double x, double y) {
        Rectangle2D area = area();
        double middleX = Math.clamp(x, area.getMinX(), area.getMaxX());
        double middleY = Math.clamp(y, area.getMinY(), area.getMaxY());
        zoomTo(
                new Rectangle2D(
                        middleX - factor * (middleX - area.getMinX()),
                        middleY - factor * (middleY - area.getMinY()),
                        factor * area.getWidth(),
                        factor * area.getHeight()));
    }

    /// Zooms around the cross-hair, or the middle where there is none.
    void zoomBy(double factor) {
        Rectangle2D area = area();
        double middle = (area.getMinX() + area.getMaxX()) / 2;
        double x = Double.isNaN(cursor) ? middle : xOf(cursor);
        zoomBy(factor, x, (area.getMinY() + area.getMaxY()) / 2);
    }

    /// Moves what is looked at by tenths of its width and height, as far as there is more.
    void pan(int right, int up) {
        if (model.zoom().get() == null) {
            return;
        }
        Rectangle2D area = area();
        double across =
                within(
                        right * area.getWidth() / 10,
                        xOf(reach.x().getLowerBound()) - area.getMinX(),
                        xOf(reach.x().getUpperBound()) - area.getMaxX());
        double down =
                within(
                        -up * area.getHeight() / 10,
                        yOf(reach.y().getUpperBound()) - area.getMinY(),
                        yOf(reach.y().getLowerBound()) - area.getMaxY());
        zoomTo(
                new Rectangle2D(
                        area.getMinX() + across,
                        area.getMinY() + down,
                        area.getWidth(),
                        area.getHeight()));
    }

    private static double within(double way, double least, double most) {
        return Math.clamp(way, Math.min(0, least), Math.max(0, most));
    }

    private void look(Zoom asked) {
        Zoom zoom = asked.within(reach);
        if (zoom.isAll(whole)) {
            model.zoom().set(null);
        } else if (!zoom.tooSmallFor(whole)) {
            model.zoom().set(zoom);
        }
    }

    /// The whole; and what that leaves out, when the whole is looked at already.
    @Override
    public void showAll() {
        boolean already = model.zoom().get() == null;
        model.zoom().set(already && !reach.isAll(whole) ? reach : null);
    }

    private void point(double x, double y) {
        Rectangle2D area = area();
        pointed = x >= area.getMinX() && x <= area.getMaxX();
        cursor = pointed ? valueAcross(x) : Double.NaN;
        pointerY = area.contains(x, y) ? y : Double.NaN;
        byKeys = false;
        showCursor();
    }

    /// Moves the cross-hair by hundredths of the width; it comes up in the middle.
    void moveCursor(int hundredths) {
        Rectangle2D area = area();
        double now = Double.isNaN(cursor) ? (area.getMinX() + area.getMaxX()) / 2 : xOf(cursor);
        double next = now + hundredths * area.getWidth() / 100;
        cursor = valueAcross(Math.clamp(next, area.getMinX(), area.getMaxX()));
        pointerY = Double.NaN;
        byKeys = true;
        showCursor();
    }

    void hideCursor() {
        cursor = Double.NaN;
        showCursor();
    }

    private void showCursor() {
        double x = Double.isNaN(cursor) ? Double.NaN : xOf(cursor);
        Rectangle2D area = area();
        if (!(x >= area.getMinX() - 1 && x <= area.getMaxX() + 1)) {
            crossHair.setVisible(false);
            said.set("");
            return;
        }
        double bottom = Math.max(area.getMaxY(), area(model.details().get() ? 3 : 0).getMaxY());
        crossHair.show(
                Readout.at(model, cursor),
                x,
                new Rectangle2D(
                        area.getMinX(), area.getMinY(), area.getWidth(), bottom - area.getMinY()),
                Comparator.comparingDouble(this::distance));
        said.set(byKeys && crossHair.isVisible() ? crossHair.words() : "");
    }

    /// How far a run's lines are from the pointer; without a pointer among them, its loss.
    private double distance(Readout.Row row) {
        return Double.isNaN(pointerY)
                ? row.loss()
                : DoubleStream.of(row.training(), row.validation())
                        .filter(Double::isFinite)
                        .map(loss -> Math.abs(yOf(loss) - pointerY))
                        .min()
                        .orElse(Double.MAX_VALUE);
    }

    /// What stands at the cross-hair while keys move it; empty otherwise.
    ReadOnlyStringProperty said() {
        return said;
    }

    /// Takes a picture of the chart as it stands there, for a job to make a file of.
    Job<byte[]> picture(boolean svg) {
        repaint();
        return svg ? svgPicture() : pngPicture();
    }

    private Job<byte[]> svgPicture() {
        var areas = new ArrayList<java.awt.geom.Rectangle2D>();
        int plots = viewer.getRenderingInfo().getPlotInfo().getSubplotCount();
        for (int plotNumber = 0; plotNumber < plots; plotNumber++) {
            areas.add(awtArea(plotNumber));
        }
        var picture =
                new SvgPicture(
                        texts.get("save.svg.title"),
                        getWidth(),
                        getHeight(),
                        plot.across(),
                        ink,
                        ink.awtFont());
        if (above.isVisible()) {
            picture.note(above.getText(), area());
        }
        String svg = picture.draw(plot.panels(areas), labels.names(ink));
        return _ -> svg.getBytes(StandardCharsets.UTF_8);
    }

    /// Twice as large as on the screen, without what is only there to be pointed at.
    private Job<byte[]> pngPicture() {
        var how = new SnapshotParameters();
        how.setTransform(Transform.scale(2, 2));
        java.awt.Color paper = ink.paper();
        how.setFill(Color.rgb(paper.getRed(), paper.getGreen(), paper.getBlue()));
        crossHair.setVisible(false);
        reset.setOpacity(0);
        Job<byte[]> file = WrittenFiles.png(snapshot(how, null));
        reset.setOpacity(1);
        showCursor();
        return file;
    }

    /// Whether the pointer lies on the chart and the figures there are seen.
    boolean pointedAt() {
        return pointed && isVisible() && crossHair.isVisible();
    }

    /// The figures at the cross-hair to be copied; empty when there is none.
    String copied() {
        return Double.isNaN(cursor) ? "" : Readout.at(model, cursor).asText();
    }
}
