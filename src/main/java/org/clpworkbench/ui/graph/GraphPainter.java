package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
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

import java.util.Optional;
import java.util.function.IntFunction;

/// Paints one neighbourhood: links, spokes, shapes, labels, in this order.
final class GraphPainter {
    private static final Font LABEL = Font.font("Noto Sans Mono", 12);
    private static final Font CENTRE = Font.font("Noto Sans Mono", 15);
    private static final Font FIGURE = Font.font("Noto Sans", 11);
    private static final double SIZE = 5;

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
                            boolean right = at.getX() >= middle.getX();
                            double x = at.getX() + (right ? 10 : -10);
                            pen.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
                            words(node.label(), LABEL, x, at.getY(), right ? 0 : 1, hovered);
                            if (hovered) {
                                words(
                                        Numbers.decimal(node.cosine(), 3),
                                        FIGURE,
                                        x,
                                        at.getY() + 15,
                                        right ? 0 : 1,
                                        true);
                            }
                        });
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

    /// Words on a patch of background, so that lines do not cross them.
    ///
    /// @param share of the words' width that lies left of x
    private void words(String text, Font font, double x, double y, double share, boolean strong) {
        double width = width(text, font);
        pen.setFill(palette.color(Ink.BACKGROUND).deriveColor(0, 1, 1, strong ? 1 : 0.75));
        pen.fillRect(x - share * width - 1, y - 8, width + 2, 16);
        pen.setFill(palette.color(Ink.TEXT));
        pen.setFont(font);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(text, x, y);
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
