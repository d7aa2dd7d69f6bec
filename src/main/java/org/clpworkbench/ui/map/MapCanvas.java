package org.clpworkbench.ui.map;

import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;
import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntFunction;

/// The points of a map in an image of its own, over it the lasso, the cursor and names. Painted at
/// most once a pulse.
final class MapCanvas extends Pane {
    private static final double REACH = 12;
    private static final double DENSITY = 0.3;
    private static final int LARGEST = 5;

    private final ImageView image = new ImageView();
    private final Canvas overlay = new Canvas();
    private final Label hover = new Label();
    private final Palette palette = new Palette(this::changed);
    private final MapOverlay names = new MapOverlay(overlay.getGraphicsContext2D(), palette);
    private Optional<PointRaster> raster = Optional.empty();
    private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
    private @Nullable MapPicture picture;
    private Viewport all = new Viewport(0, 0, 1, 0, 0);
    private Viewport view = all;
    private boolean fitted = true;
    private boolean[] shown = new boolean[0];
    private BitSet chosen = new BitSet();
    private double[] lasso = new double[0];
    private int cursor = -1;
    private boolean stale;

    MapCanvas() {
        getStyleClass().add("map-canvas");
        hover.getStyleClass().add("map-hover");
        hover.setVisible(false);
        hover.setManaged(false);
        hover.setMouseTransparent(true);
        image.setManaged(false);
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        getChildren().addAll(image, overlay, hover, palette);
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 160);
        focusedProperty().subscribe(this::changed);
        setOnMouseExited(left -> hover.setVisible(false));
    }

    /// Shows a picture, all of it unless only its colours are others.
    void show(@Nullable MapPicture next) {
        boolean same = picture != null && next != null && picture.standsLike(next);
        picture = next;
        shown = new boolean[next == null ? 0 : next.grouping().groups().size()];
        Arrays.fill(shown, true);
        hover.setVisible(false);
        if (!same) {
            findAll();
            fit();
        }
        changed();
    }

    /// Shows or hides a group of tokens.
    void show(int group, boolean visible) {
        shown[group] = visible;
        changed();
    }

    void choose(BitSet points) {
        chosen = points;
        changed();
    }

    /// Puts the cursor on a point, which comes into view; −1 takes it away.
    void point(int at) {
        cursor = at;
        boolean laidOut = view.width() > 0;
        if (picture != null
                && at >= 0
                && laidOut
                && !view.shows(picture.x()[at], picture.y()[at])) {
            moveTo(view.centred(picture.x()[at], picture.y()[at]));
        }
        changed();
    }

    void lasso(double[] line) {
        lasso = line;
        changed();
    }

    void fit() {
        fitted = true;
        view = all;
        changed();
    }

    void moveTo(Viewport next) {
        view = next;
        fitted = false;
        hover.setVisible(false);
        changed();
    }

    /// Goes nearer (a factor above 1) or further, what is at (x, y) staying there.
    void zoom(double factor, double x, double y) {
        moveTo(view.zoomed(factor, x, y, all));
    }

    Viewport view() {
        return view;
    }

    /// Whether a point's group is shown.
    boolean counts(int point) {
        return picture != null && shown[picture.grouping().of()[point]];
    }

    /// The point under the mouse; −1 for none.
    int under(MouseEvent mouse) {
        return picture == null
                ? -1
                : PointSearch.nearest(
                        view, picture, this::counts, mouse.getX(), mouse.getY(), REACH);
    }

    /// Tells of the point under the mouse.
    void hover(MouseEvent mouse, IntFunction<String> sentence) {
        int point = under(mouse);
        hover.setVisible(point >= 0);
        if (point >= 0) {
            hover.setText(sentence.apply(point));
            hover.autosize();
            double right = mouse.getX() + 14;
            double under = mouse.getY() + 16;
            hover.relocate(
                    Math.max(0, Math.min(right, getWidth() - hover.getWidth() - 2)),
                    Math.max(0, Math.min(under, getHeight() - hover.getHeight() - 2)));
        }
    }

    private void findAll() {
        if (picture != null) {
            all = Viewport.of(picture.x(), picture.y(), getWidth(), getHeight());
        }
    }

    private void changed() {
        stale = true;
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getWidth() != view.width() || getHeight() != view.height()) {
            findAll();
            view = view.sized(getWidth(), getHeight());
            if (fitted) {
                fit();
            }
            stale = true;
        }
        if (stale && getWidth() >= 1 && getHeight() >= 1) {
            paint();
        }
    }

    /// Paints everything anew.
    void paint() {
        stale = false;
        double fine =
                getScene() == null || getScene().getWindow() == null
                        ? 1
                        : Math.max(1, getScene().getWindow().getOutputScaleX());
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        if (picture == null) {
            raster = Optional.empty();
            image.setImage(null);
            names.clear();
            return;
        }
        PointRaster points =
                raster((int) Math.ceil(getWidth() * fine), (int) Math.ceil(getHeight() * fine));
        int[] colours =
                picture.grouping().groups().stream()
                        .mapToInt(group -> argb(palette.color(group.ink())))
                        .toArray();
        points.paint(
                view.finer(fine),
                picture,
                colours,
                shown,
                chosen,
                (int) Math.round(size() * fine),
                argb(palette.color(Ink.BACKGROUND)));
        buffer.ifPresent(
                all ->
                        all.updateBuffer(
                                whole -> new Rectangle2D(0, 0, points.width(), points.height())));
        names.paint(picture, view, this::counts, isFocused() ? cursor : -1, cursor, lasso);
    }

    /// The more room there is for a point, the larger it is.
    private int size() {
        if (picture == null) {
            return 1;
        }
        double room = getWidth() * getHeight() / Math.max(1, picture.size());
        double nearer = view.scale() / all.scale();
        return Math.clamp(Math.round(DENSITY * Math.sqrt(room) * nearer), 1, LARGEST);
    }

    private PointRaster raster(int width, int height) {
        if (raster.isEmpty() || raster.get().width() != width || raster.get().height() != height) {
            var made = new PointRaster(width, height);
            var pixels =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(made.pixels()),
                            PixelFormat.getIntArgbPreInstance());
            raster = Optional.of(made);
            buffer = Optional.of(pixels);
            image.setImage(new WritableImage(pixels));
            image.setFitWidth(getWidth());
            image.setFitHeight(getHeight());
        }
        return raster.get();
    }

    private static int argb(Color colour) {
        int red = (int) Math.round(colour.getRed() * 255);
        int green = (int) Math.round(colour.getGreen() * 255);
        int blue = (int) Math.round(colour.getBlue() * 255);
        return 0xff000000 | red << 16 | green << 8 | blue;
    }
}
