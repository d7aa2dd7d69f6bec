package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;
import org.clpworkbench.ui.common.TokenKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Paints one neighbourhood: links, spokes, shapes, labels, in this order.
final class GraphPainter {
    private static final Font LABEL = Font.font("Noto Sans Mono", 12);
    private static final Font CENTRE = Font.font("Noto Sans Mono", 15);
    private static final double GAP = 9;
    private static final double LINE = 16;
    private static final double SIZE = 5;

    private final List<Rectangle2D> taken = new ArrayList<>();
    private final GraphicsContext pen;
    private final Palette palette;
    private final IntFunction<Optional<Point2D>> places;

    GraphPainter(GraphicsContext pen, Palette palette, IntFunction<Optional<Point2D>> places) {
        this.pen = pen;
        this.palette = palette;
        this.places = places;
    }

    void paint(TokenPicture picture, int hovered) {
        picture.links().forEach(this::link);
        place(picture.centre())
                .ifPresent(
                        middle -> {
                            picture.around()
                                    .forEach(node -> spoke(node, middle, node.id() == hovered));
                            picture.around()
                                    .forEach(node -> node(node, middle, node.id() == hovered));
                            centre(picture.centre(), middle);
                        });
    }

    private Optional<Point2D> place(TokenNode node) {
        return places.apply(node.id());
    }

    private void link(TokenLink link) {
        var from = places.apply(link.from());
        var to = places.apply(link.to());
        if (from.isPresent() && to.isPresent()) {
            stroke(
                    from.get(),
                    to.get(),
                    palette.color(Ink.MUTED).deriveColor(0, 1, 1, 0.22),
                    Math.max(0.5, 2 * link.cosine()));
        }
    }

    private void spoke(TokenNode node, Point2D middle, boolean hovered) {
        place(node)
                .ifPresent(
                        at ->
                                stroke(
                                        middle,
                                        at,
                                        colour(node.kind())
                                                .deriveColor(0, 1, 1, hovered ? 1 : 0.45),
                                        Math.max(0.7, 5 * node.cosine() * node.cosine())));
    }

    private void stroke(Point2D from, Point2D to, Color colour, double width) {
        pen.setStroke(colour);
        pen.setLineWidth(width);
        pen.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private void node(TokenNode node, Point2D middle, boolean hovered) {
        place(node)
                .ifPresent(
                        at -> {
                            shape(node.kind(), at, hovered ? SIZE * 1.5 : SIZE);
                            String text =
                                    hovered
                                            ? node.label()
                                                    + "  "
                                                    + Numbers.decimal(node.cosine(), 3)
                                            : node.label();
                            label(text, at, at.getX() >= middle.getX(), hovered);
                        });
    }

    /// Beside the shape, on the side away from the middle; where another label already stands, on
    /// the other side, below or above.
    private void label(String text, Point2D at, boolean right, boolean hovered) {
        double width = width(text, LABEL);
        double outer = right ? at.getX() + GAP : at.getX() - GAP - width;
        double inner = right ? at.getX() - GAP - width : at.getX() + GAP;
        double under = at.getX() - width / 2;
        Rectangle2D box =
                Stream.of(
                                box(outer, at.getY(), width),
                                box(under, at.getY() + LINE, width),
                                box(under, at.getY() - LINE, width),
                                box(inner, at.getY(), width))
                        .filter(free -> taken.stream().noneMatch(free::intersects))
                        .findFirst()
                        .orElse(box(outer, at.getY(), width));
        taken.add(box);
        pen.setFill(palette.color(Ink.BACKGROUND).deriveColor(0, 1, 1, hovered ? 1 : 0.75));
        pen.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        pen.setFill(palette.color(Ink.TEXT));
        pen.setFont(LABEL);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(text, box.getMinX() + 1, box.getMinY() + LINE / 2);
    }

    private static Rectangle2D box(double left, double middle, double width) {
        return new Rectangle2D(left - 1, middle - LINE / 2, width + 2, LINE);
    }

    private void centre(TokenNode node, Point2D at) {
        double width = width(node.label(), CENTRE) + 40;
        pen.setFill(palette.color(Ink.BACKGROUND));
        pen.fillRoundRect(at.getX() - width / 2, at.getY() - 16, width, 32, 8, 8);
        pen.setStroke(colour(node.kind()));
        pen.setLineWidth(2);
        pen.strokeRoundRect(at.getX() - width / 2, at.getY() - 16, width, 32, 8, 8);
        shape(node.kind(), new Point2D(at.getX() - width / 2 + 14, at.getY()), SIZE + 1);
        pen.setFill(palette.color(Ink.TEXT));
        pen.setFont(CENTRE);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(node.label(), at.getX() + 9, at.getY());
    }

    private static double width(String text, Font font) {
        var measure = new Text(text);
        measure.setFont(font);
        return measure.getLayoutBounds().getWidth();
    }

    private Color colour(TokenKind kind) {
        return switch (kind) {
            case ANCHOR -> palette.color(Ink.ANCHOR);
            case MISSING -> palette.color(Ink.MISSING);
            case SPECIAL -> palette.color(Ink.SPECIAL);
            case FALLBACK -> palette.color(Ink.FALLBACK);
        };
    }

    /// ● ◆ ■ ▲, drawn rather than written, so that every system shows them alike.
    private void shape(TokenKind kind, Point2D at, double r) {
        double x = at.getX();
        double y = at.getY();
        pen.setFill(colour(kind));
        switch (kind) {
            case ANCHOR -> pen.fillOval(x - r, y - r, 2 * r, 2 * r);
            case MISSING ->
                    polygon(
                            new double[] {x, x + 1.3 * r, x, x - 1.3 * r},
                            new double[] {y - 1.3 * r, y, y + 1.3 * r, y});
            case SPECIAL -> pen.fillRect(x - r, y - r, 2 * r, 2 * r);
            case FALLBACK ->
                    polygon(
                            new double[] {x, x + 1.2 * r, x - 1.2 * r},
                            new double[] {y - 1.2 * r, y + r, y + r});
        }
    }

    private void polygon(double[] x, double[] y) {
        pen.fillPolygon(x, y, x.length);
    }
}
