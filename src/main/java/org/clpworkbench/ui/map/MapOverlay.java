package org.clpworkbench.ui.map;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// What stands over the points: the lasso's line, the cursor, and the names of the points where
/// there are few enough to be read.
final class MapOverlay {
    private static final Font NAME = Font.font("Noto Sans Mono", 12);
    private static final int MOST_IN_VIEW = 400;
    private static final int MOST_NAMES = 60;
    private static final double LINE = 15;
    private static final double GAP = 8;
    private static final double RING = 9;

    private final GraphicsContext pen;
    private final Palette palette;
    private final List<Rectangle2D> taken = new ArrayList<>();

    MapOverlay(GraphicsContext pen, Palette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    void clear() {
        pen.clearRect(0, 0, pen.getCanvas().getWidth(), pen.getCanvas().getHeight());
    }

    /// @param focused the cursor's point when the map has the focus, else −1
    /// @param cursor the cursor's point, −1 for none
    /// @param line x and y in turns
    void paint(
            MapPicture picture,
            Viewport view,
            IntPredicate counts,
            int focused,
            int cursor,
            double[] line) {
        clear();
        taken.clear();
        if (cursor >= 0) {
            cursor(picture, view, cursor, focused == cursor);
        }
        names(picture, view, counts, cursor);
        lasso(line);
    }

    private void cursor(MapPicture picture, Viewport view, int point, boolean focused) {
        double x = view.toX(picture.x()[point]);
        double y = view.toY(picture.y()[point]);
        pen.setStroke(palette.color(focused ? Ink.FOCUS : Ink.TEXT));
        pen.setLineWidth(focused ? 2.5 : 1.5);
        pen.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
        name(picture.token(point).display(), x + RING, y);
    }

    private void names(MapPicture picture, Viewport view, IntPredicate counts, int cursor) {
        int[] inView = new int[MOST_IN_VIEW];
        int many = 0;
        for (int point = 0; point < picture.size(); point++) {
            if (view.shows(picture.x()[point], picture.y()[point]) && counts.test(point)) {
                if (many == MOST_IN_VIEW) {
                    return;
                }
                inView[many++] = point;
            }
        }
        int written = 0;
        for (int at = 0; at < many && written < MOST_NAMES; at++) {
            int point = inView[at];
            if (point != cursor
                    && name(
                            picture.token(point).display(),
                            view.toX(picture.x()[point]),
                            view.toY(picture.y()[point]))) {
                written++;
            }
        }
    }

    /// Beside a point, unless another name stands there.
    private boolean name(String word, double x, double y) {
        var measure = new Text(word);
        measure.setFont(NAME);
        double width = measure.getLayoutBounds().getWidth();
        var box = new Rectangle2D(x + GAP - 2, y - LINE / 2, width + 4, LINE);
        if (taken.stream().anyMatch(box::intersects)) {
            return false;
        }
        taken.add(box);
        pen.setFill(palette.color(Ink.BACKGROUND).deriveColor(0, 1, 1, 0.8));
        pen.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        pen.setFill(palette.color(Ink.TEXT));
        pen.setFont(NAME);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(word, x + GAP, y);
        return true;
    }

    private void lasso(double[] line) {
        if (line.length < 4) {
            return;
        }
        double[] xs = new double[line.length / 2];
        double[] ys = new double[line.length / 2];
        for (int at = 0; at < xs.length; at++) {
            xs[at] = line[2 * at];
            ys[at] = line[2 * at + 1];
        }
        pen.setFill(palette.color(Ink.FOCUS).deriveColor(0, 1, 1, 0.12));
        pen.fillPolygon(xs, ys, xs.length);
        pen.setStroke(palette.color(Ink.FOCUS));
        pen.setLineWidth(1.5);
        pen.setLineDashes(5, 4);
        pen.strokePolygon(xs, ys, xs.length);
        pen.setLineDashes();
    }
}
