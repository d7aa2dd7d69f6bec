package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;
import org.clpworkbench.ui.common.TokenKind;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Paints neighbourhoods: links, spokes, shapes, labels, in this order. Of many tokens only some
/// have a label, the selected and expanded first, then the most alike in sight; of many links the
/// strongest in sight are drawn.
final class GraphPainter {
    static final Font LABEL = Font.font("Noto Sans Mono", 12);

    /// How much of the paper lies behind a label, over what is painted there.
    static final double PAPER = 0.75;

    private static final Font CENTRE = Font.font("Noto Sans Mono", 15);
    private static final int MOST_LABELS = 40;
    private static final int MOST_LINKS = 400;
    private static final double GAP = 9;
    private static final double SIZE = 5;

    private final GraphPen pen;
    private final Palette palette;
    private final Viewport view;
    private final LabelWidths widths;
    private final GraphLook look;
    private final LabelPlaces labels;
    private final LineBundles lines = new LineBundles();
    private final Map<Integer, Point2D> points = new HashMap<>();

    GraphPainter(GraphPen pen, Palette palette, Viewport view, LabelWidths widths, GraphLook look) {
        this(pen, palette, view, widths, look, new LabelPlaces());
    }

    private GraphPainter(
            GraphPen pen,
            Palette palette,
            Viewport view,
            LabelWidths widths,
            GraphLook look,
            LabelPlaces labels) {
        this.pen = pen;
        this.palette = palette;
        this.view = view;
        this.widths = widths;
        this.look = look;
        this.labels = labels;
    }

    /// One that paints over what this one has painted, on another sheet.
    GraphPainter above(GraphPen other, GraphLook how) {
        return new GraphPainter(other, palette, view, widths, how, labels);
    }

    void paint(TokenPicture picture, Map<Integer, Place> places) {
        paintWithout(GraphLook.NONE, picture, places);
    }

    /// @param carried is left out with its lines; {@link GraphLook#NONE} leaves nothing out
    void paintWithout(int carried, TokenPicture picture, Map<Integer, Place> places) {
        locate(places);
        List<TokenNode> nodes =
                picture.around().stream().filter(node -> node.id() != carried).toList();
        links(picture).filter(link -> !link.touches(carried)).forEach(this::link);
        nodes.stream().filter(node -> node.hub() != carried).forEach(this::spoke);
        lines.draw(pen);
        shapes(nodes);
        nodes.forEach(this::marks);
        if (picture.centre().id() != carried) {
            centre(picture.centre());
            labels.keepFree(centreBox(picture.centre()));
        }
        nodes.stream().map(this::at).filter(view::shows).forEach(this::keepFree);
        labelled(nodes).forEach(node -> label(node, labels::take));
    }

    /// Paints only the token under the mouse and a carried one, with their lines; and once more the
    /// tokens at the other ends, which stand above lines.
    void paintOnly(int carried, TokenPicture picture, Map<Integer, Place> places) {
        locate(places);
        Set<Integer> ends = new HashSet<>(Set.of(carried));
        links(picture)
                .filter(link -> link.touches(carried))
                .forEach(
                        link -> {
                            link(link);
                            ends.addAll(List.of(link.from(), link.to()));
                        });
        for (TokenNode node : picture.around()) {
            if (isAbove(node, carried) || node.hub() == carried) {
                spoke(node);
                ends.addAll(List.of(node.hub(), node.id()));
            }
        }
        lines.draw(pen);
        List<TokenNode> nodes =
                picture.around().stream().filter(node -> ends.contains(node.id())).toList();
        shapes(nodes);
        nodes.forEach(this::marks);
        if (ends.contains(picture.centre().id())) {
            centre(picture.centre());
        }
        nodes.stream()
                .filter(node -> isAbove(node, carried) && view.shows(at(node)))
                .forEach(node -> label(node, labels::find));
    }

    private boolean isAbove(TokenNode node, int carried) {
        return node.id() == carried || node.id() == look.hovered();
    }

    private void locate(Map<Integer, Place> places) {
        places.forEach((id, place) -> points.put(id, view.onArea(place)));
    }

    /// The part of the plane that it paints.
    Viewport view() {
        return view;
    }

    /// How many lines it has drawn.
    int drawnLines() {
        return lines.size();
    }

    /// The strongest in sight.
    private Stream<TokenLink> links(TokenPicture picture) {
        return picture.links().stream()
                .filter(link -> seen(at(link.from()), at(link.to())))
                .sorted(Comparator.comparingDouble(link -> -link.cosine()))
                .limit(MOST_LINKS);
    }

    private Point2D at(TokenNode node) {
        return at(node.id());
    }

    private Point2D at(int id) {
        return points.getOrDefault(id, Point2D.ZERO);
    }

    private void keepFree(Point2D at) {
        labels.keepFree(new Rectangle2D(at.getX() - SIZE, at.getY() - SIZE, 2 * SIZE, 2 * SIZE));
    }

    /// The nearest first, so that they get the best places.
    private Stream<TokenNode> labelled(List<TokenNode> nodes) {
        return nodes.stream()
                .filter(node -> view.shows(at(node)))
                .sorted(
                        (a, b) ->
                                rank(a) == rank(b)
                                        ? Double.compare(b.cosine(), a.cosine())
                                        : Integer.compare(rank(a), rank(b)))
                .limit(MOST_LABELS);
    }

    private int rank(TokenNode node) {
        boolean pointed = node.id() == look.selected() || node.id() == look.hovered();
        return pointed ? 0 : node.expanded() || look.sought().test(node) ? 1 : 2;
    }

    private void link(TokenLink link) {
        stroke(
                at(link.from()),
                at(link.to()),
                LineInk.resting(palette.color(Ink.MUTED)),
                LineInk.linkWidth(link.cosine()));
    }

    private void spoke(TokenNode node) {
        Color colour = colour(node.kind());
        stroke(
                at(node.hub()),
                at(node),
                rank(node) == 0 ? colour : LineInk.resting(colour),
                LineInk.spokeWidth(node.cosine()));
    }

    private void stroke(Point2D from, Point2D to, Color colour, double width) {
        if (seen(from, to)) {
            lines.add(from, to, colour, width);
        }
    }

    /// Whether some of a line may be in sight.
    private boolean seen(Point2D from, Point2D to) {
        return Math.max(from.getX(), to.getX()) >= 0
                && Math.max(from.getY(), to.getY()) >= 0
                && Math.min(from.getX(), to.getX()) <= view.width()
                && Math.min(from.getY(), to.getY()) <= view.height();
    }

    private void shapes(List<TokenNode> nodes) {
        for (TokenKind kind : TokenKind.values()) {
            shapes(
                    kind,
                    SIZE,
                    nodes.stream()
                            .filter(node -> node.kind() == kind)
                            .map(this::at)
                            .filter(view::shows)
                            .toList());
        }
    }

    private void marks(TokenNode node) {
        Point2D at = at(node);
        if (!view.shows(at)) {
            return;
        }
        if (node.id() == look.hovered()) {
            shapes(node.kind(), SIZE * 1.5, List.of(at));
        }
        if (node.expanded()) {
            pen.ring(at, SIZE + 4, colour(node.kind()), 1.2);
        }
        if (look.sought().test(node)) {
            pen.ring(at, SIZE + 6, palette.color(Ink.FOCUS), 2.5);
        }
        if (node.pinned()) {
            pin(at);
        }
        if (node.id() == look.selected()) {
            select(at, SIZE + 8);
        }
    }

    /// A small square frame around it.
    private void select(Point2D at, double half) {
        var box = new Rectangle2D(at.getX() - half, at.getY() - half, 2 * half, 2 * half);
        pen.frame(box, 5, palette.color(Ink.FOCUS), 2);
    }

    /// A needle at its upper right.
    private void pin(Point2D at) {
        Color colour = palette.color(Ink.TEXT);
        Point2D head = at.add(SIZE + 2, -SIZE - 4);
        pen.line(at.add(1, -1), head, colour, 1.4);
        pen.disc(head, 2.6, colour);
    }

    private void label(TokenNode node, Function<LabelPlaces.Label, Rectangle2D> places) {
        Point2D at = at(node);
        boolean pointed = rank(node) == 0;
        String text =
                pointed
                        ? Isolated.of(node.label()) + "  " + Numbers.decimal(node.cosine(), 3)
                        : node.label();
        Rectangle2D box =
                places.apply(
                        new LabelPlaces.Label(
                                node.id(),
                                at,
                                widths.of(text, LABEL),
                                node.id() == look.selected() ? GAP + 6 : GAP,
                                at.getX() >= view.middle().getX()));
        pen.box(box, 0, palette.color(Ink.BACKGROUND).deriveColor(0, 1, 1, pointed ? 1 : PAPER));
        pen.words(
                text,
                new Point2D(box.getMinX() + 1, box.getMinY() + box.getHeight() / 2),
                LABEL,
                palette.color(Ink.TEXT));
    }

    private Rectangle2D centreBox(TokenNode node) {
        double width = widths.of(node.label(), CENTRE) + 40;
        return new Rectangle2D(at(node).getX() - width / 2, at(node).getY() - 16, width, 32);
    }

    private void centre(TokenNode node) {
        Point2D at = at(node);
        Rectangle2D box = centreBox(node);
        pen.box(box, 8, palette.color(Ink.BACKGROUND));
        pen.frame(box, 8, colour(node.kind()), 2);
        shapes(node.kind(), SIZE + 1, List.of(new Point2D(box.getMinX() + 14, at.getY())));
        pen.words(
                node.label(),
                new Point2D(box.getMinX() + 29, at.getY()),
                CENTRE,
                palette.color(Ink.TEXT));
        if (node.pinned()) {
            pin(new Point2D(box.getMaxX() - 6, box.getMinY() + 6));
        }
        if (node.id() == look.selected()) {
            var outer =
                    new Rectangle2D(
                            box.getMinX() - 4,
                            box.getMinY() - 4,
                            box.getWidth() + 8,
                            box.getHeight() + 8);
            pen.frame(outer, 11, palette.color(Ink.FOCUS), 2);
        }
    }

    private Color colour(TokenKind kind) {
        return switch (kind) {
            case ANCHOR -> palette.color(Ink.ANCHOR);
            case MISSING -> palette.color(Ink.MISSING);
            case SPECIAL -> palette.color(Ink.SPECIAL);
            case FALLBACK -> palette.color(Ink.FALLBACK);
            case SOURCE_ONLY -> palette.color(Ink.SOURCE_ONLY);
        };
    }

    /// ● ◆ ■ ▲ ○, drawn rather than written, so that every system shows them alike.
    private void shapes(TokenKind kind, double r, List<Point2D> at) {
        double[] middles =
                at.stream().flatMapToDouble(p -> DoubleStream.of(p.getX(), p.getY())).toArray();
        Color colour = colour(kind);
        switch (kind) {
            case ANCHOR -> pen.discs(middles, r, colour);
            case MISSING -> {
                double wide = 1.3 * r;
                pen.polygons(middles, new double[] {0, -wide, wide, 0, 0, wide, -wide, 0}, colour);
            }
            case SPECIAL ->
                    pen.polygons(middles, new double[] {-r, -r, r, -r, r, r, -r, r}, colour);
            case FALLBACK ->
                    pen.polygons(
                            middles, new double[] {0, -1.2 * r, 1.2 * r, r, -1.2 * r, r}, colour);
            case SOURCE_ONLY -> at.forEach(middle -> pen.ring(middle, r, colour, 1.5));
        }
    }
}
