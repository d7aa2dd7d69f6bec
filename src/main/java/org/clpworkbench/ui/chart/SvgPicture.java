package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.picture.SvgDrawing;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// The chart as it stands on the screen, drawn again into SVG: axes, grid, lines, the runs' names.
final class SvgPicture {
    /// One of the plots that stand below each other.
    ///
    /// @param title beside the axis, or in the plot when it has no room there
    record Panel(
            Rectangle2D area,
            ScaledAxis up,
            PaintedLines.Layers layers,
            String title,
            boolean main) {}

    /// A run's name at the end of its line.
    ///
    /// @param baseline whether its line is dashed
    record Name(String words, Point2D place, Color colour, int number, boolean baseline) {}

    private final SvgDrawing drawing;
    private final ScaledAxis across;
    private final Color text;
    private final Color grid;
    private final Font font;

    SvgPicture(
            String title, double width, double height, ScaledAxis across, ChartInk ink, Font font) {
        this.drawing = new SvgDrawing(width, height, title, "Noto Sans, sans-serif");
        this.across = across;
        this.text = ink.text();
        this.grid = ink.grid();
        this.font = font;
        drawing.fill(new Rectangle2D.Double(0, 0, width, height), ink.paper());
    }

    /// Words at the upper right of a plot, below its lines.
    void note(String words, javafx.geometry.Rectangle2D area) {
        write(words, area.getMaxX() - 8, area.getMinY() + font.getSize(), "end", 0);
    }

    String draw(List<Panel> panels, List<Name> names) {
        panels.forEach(this::draw);
        if (!panels.isEmpty()) {
            drawAcross(panels.getLast().area());
        }
        names.forEach(this::draw);
        return drawing.finished();
    }

    private void draw(Panel panel) {
        Rectangle2D area = panel.area();
        for (NumberTick tick : ticks(panel.up(), area, RectangleEdge.LEFT)) {
            double y = panel.up().valueToJava2D(tick.getValue(), area, RectangleEdge.LEFT);
            drawing.draw(
                    new Line2D.Double(area.getMinX(), y, area.getMaxX(), y),
                    grid,
                    PlotStyle.stroke(1, false));
            write(tick.getText(), area.getMinX() - 4, y, "end", 0);
        }
        drawing.cut(area);
        var stroked = new Stroked(area, across, panel.up());
        panel.layers().lines().forEach(layer -> layer.paint(drawing, stroked));
        drawing.uncut();
        panel.layers().marks().forEach(layer -> layer.paint(drawing, stroked));
        if (panel.main()) {
            double x = area.getMinX() - 4 * font.getSize();
            write(panel.title(), x, area.getCenterY(), "middle", -90);
        } else {
            write(panel.title(), area.getMinX() + 4, area.getMinY() + 8, "start", 0);
        }
    }

    private void drawAcross(Rectangle2D area) {
        drawing.draw(
                new Line2D.Double(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY()),
                grid,
                PlotStyle.stroke(1, false));
        double below = area.getMaxY() + font.getSize();
        for (NumberTick tick : ticks(across, area, RectangleEdge.BOTTOM)) {
            double x = across.valueToJava2D(tick.getValue(), area, RectangleEdge.BOTTOM);
            write(tick.getText(), x, below, "middle", 0);
        }
        write(across.getLabel(), area.getCenterX(), below + 1.6 * font.getSize(), "middle", 0);
    }

    private void draw(Name name) {
        Point2D place = name.place();
        drawing.draw(
                new Line2D.Double(place.getX(), place.getY(), place.getX() + 18, place.getY()),
                name.colour(),
                PlotStyle.swatch(name.baseline()));
        drawing.fill(
                RunPainting.at(PlotStyle.marker(name.number()), place.getX() + 9, place.getY()),
                name.colour());
        write(name.words(), place.getX() + 24, place.getY(), "start", 0);
    }

    private void write(String words, double x, double y, String anchor, double turned) {
        drawing.write(words, new Point2D.Double(x, y), anchor, turned, font.getSize(), text);
    }

    private List<NumberTick> ticks(ScaledAxis axis, Rectangle2D area, RectangleEdge edge) {
        // only to measure the tick labels by
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            List<?> ticks = axis.refreshTicks(measure, new AxisState(), area, edge);
            return ticks.stream()
                    .map(NumberTick.class::cast)
                    .filter(tick -> TickType.MAJOR.equals(tick.getTickType()))
                    .toList();
        } finally {
            measure.dispose();
        }
    }
}
