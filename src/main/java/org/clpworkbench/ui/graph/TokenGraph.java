package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.graph.RadialLayout.Place;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A neighbourhood drawn on a canvas: the token in the middle, distance is dissimilarity, a line is
/// the wider the more alike its ends are. Hovering tells the cosine, clicking goes there.
public final class TokenGraph extends Pane {
    private static final double REACH = 16;
    private static final double SIDE_MARGIN = 78;
    private static final double TOP_MARGIN = 26;

    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette(this::paint);
    private final Tooltip hint = new Tooltip();
    private @Nullable TokenPicture picture;
    private Map<Integer, Place> places = Map.of();
    private int hovered = -1;

    /// @param clicked is given the id of a token that was clicked
    public TokenGraph(IntConsumer clicked) {
        getStyleClass().add("token-graph");
        getChildren().addAll(canvas, palette);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        widthProperty().subscribe(this::paint);
        heightProperty().subscribe(this::paint);
        setOnMouseMoved(this::hover);
        setOnMouseExited(moved -> hoverOver(-1));
        setOnMouseClicked(
                pressed ->
                        at(pressed.getX(), pressed.getY())
                                .ifPresent(node -> clicked.accept(node.id())));
        setMinSize(220, 220);
    }

    /// Shows a neighbourhood, or nothing when it is null.
    public void show(@Nullable TokenPicture shown) {
        picture = shown;
        places = shown == null ? Map.of() : RadialLayout.of(shown);
        hoverOver(-1);
    }

    /// Where a token stands on the canvas, in pixels.
    public Optional<Point2D> locate(int id) {
        Place place = places.get(id);
        return place == null ? Optional.empty() : Optional.of(new Point2D(x(place), y(place)));
    }

    private void hover(MouseEvent moved) {
        hoverOver(at(moved.getX(), moved.getY()).map(TokenNode::id).orElse(-1));
    }

    private void hoverOver(int id) {
        hovered = id;
        setCursor(id < 0 ? Cursor.DEFAULT : Cursor.HAND);
        node(id).ifPresentOrElse(this::explain, () -> Tooltip.uninstall(this, hint));
        paint();
    }

    private void explain(TokenNode node) {
        hint.setText(
                "%s  %s %s  %s"
                        .formatted(
                                node.label(),
                                node.kind().symbol(),
                                node.kind().word(),
                                Numbers.decimal(node.cosine(), 3)));
        Tooltip.install(this, hint);
    }

    private Optional<TokenNode> node(int id) {
        return picture == null
                ? Optional.empty()
                : picture.around().stream().filter(node -> node.id() == id).findFirst();
    }

    private Optional<TokenNode> at(double x, double y) {
        return picture == null
                ? Optional.empty()
                : picture.around().stream().filter(node -> near(node, x, y)).findFirst();
    }

    private boolean near(TokenNode node, double x, double y) {
        return locate(node.id()).map(point -> point.distance(x, y) < REACH).orElse(false);
    }

    private double x(Place place) {
        return getWidth() / 2 + place.x() * Math.max(40, getWidth() / 2 - SIDE_MARGIN);
    }

    private double y(Place place) {
        return getHeight() / 2 + place.y() * Math.max(40, getHeight() / 2 - TOP_MARGIN);
    }

    private void paint() {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (picture != null && canvas.getWidth() > 0) {
            new GraphPainter(pen, palette, this::locate).paint(picture, hovered);
        }
    }
}
