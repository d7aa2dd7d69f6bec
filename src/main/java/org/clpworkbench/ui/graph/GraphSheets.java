package org.clpworkbench.ui.graph;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

import org.clpworkbench.ui.common.Palette;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sheets that a graph is painted on, at most once a pulse: on the lower one all of it, on the
/// upper one what follows the mouse, so that the rest need not be painted with it.
///
/// Thousands of lines take several times as long as a frame may. Where there are so many, what has
/// been painted is moved and stretched while somebody moves the plane, and painted anew as soon as
/// that comes to rest.
final class GraphSheets {
    /// What is painted.
    ///
    /// @param carried a token that is dragged; {@link GraphLook#NONE} for none
    record Shown(
            TokenPicture picture,
            Map<Integer, Place> places,
            Viewport view,
            GraphLook look,
            int carried) {}

    private static final Duration REST = Duration.millis(120);

    /// So many lines are painted within a frame.
    private static final int FEW_LINES = 300;

    private final Canvas lower = new Canvas();
    private final Canvas upper = new Canvas();
    private final Affine moved = new Affine();
    private final PauseTransition rest = new PauseTransition(REST);
    private final Palette palette;
    private final LabelWidths widths;
    private final Runnable ask;
    private Optional<GraphPainter> painter = Optional.empty();
    private boolean stale = true;
    private boolean upperStale = true;

    /// @param ask asks for {@link #paint} in the next pulse
    GraphSheets(Palette palette, LabelWidths widths, Runnable ask) {
        this.palette = palette;
        this.widths = widths;
        this.ask = ask;
        for (Canvas sheet : List.of(lower, upper)) {
            sheet.getTransforms().add(moved);
            sheet.setMouseTransparent(true);
        }
        rest.setOnFinished(_ -> changed());
    }

    List<Node> nodes() {
        return List.of(lower, upper);
    }

    void fill(Region area) {
        for (Canvas sheet : List.of(lower, upper)) {
            sheet.widthProperty().bind(area.widthProperty());
            sheet.heightProperty().bind(area.heightProperty());
        }
    }

    /// Something of the graph, its look or its size is another.
    void changed() {
        stale = true;
        upperStale = true;
        ask.run();
    }

    /// Nothing but what follows the mouse is another.
    void pointed() {
        upperStale = true;
        ask.run();
    }

    /// Another part of the plane is looked at.
    void moved(Viewport view) {
        boolean few = painter.map(painted -> painted.drawnLines() <= FEW_LINES).orElse(true);
        if (stale || few) {
            changed();
        } else {
            painter.ifPresent(painted -> move(painted.view(), view));
            rest.playFromStart();
        }
    }

    private void move(Viewport from, Viewport to) {
        double grown = to.zoom() / from.zoom();
        Point2D by = to.middle().subtract(from.middle().multiply(grown));
        if (grown == 1) {
            // between pixels, lines and words would be blurred, and slower
            by = new Point2D(Math.rint(by.getX()), Math.rint(by.getY()));
        }
        moved.setToTransform(grown, 0, by.getX(), 0, grown, by.getY());
    }

    /// Paints what has become another since the last time.
    ///
    /// @param shown empty where nothing is
    void paint(Optional<Shown> shown) {
        if (stale) {
            rest.stop();
            moved.setToIdentity();
            clear(lower);
            painter = shown.map(this::paintLower);
        }
        if (upperStale) {
            clear(upper);
            shown.ifPresent(this::paintUpper);
        }
        stale = false;
        upperStale = false;
    }

    private GraphPainter paintLower(Shown shown) {
        var made =
                new GraphPainter(
                        new CanvasPen(lower.getGraphicsContext2D()),
                        palette,
                        shown.view(),
                        widths,
                        shown.look().withHovered(GraphLook.NONE));
        made.paintWithout(shown.carried(), shown.picture(), shown.places());
        return made;
    }

    private void paintUpper(Shown shown) {
        boolean any = shown.carried() != GraphLook.NONE || shown.look().hovered() != GraphLook.NONE;
        upper.setVisible(any);
        if (any) {
            var pen = new CanvasPen(upper.getGraphicsContext2D());
            painter.ifPresent(
                    below ->
                            below.above(pen, shown.look())
                                    .paintOnly(shown.carried(), shown.picture(), shown.places()));
        }
    }

    private static void clear(Canvas sheet) {
        sheet.getGraphicsContext2D().clearRect(0, 0, sheet.getWidth(), sheet.getHeight());
    }
}
