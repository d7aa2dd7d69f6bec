package org.clpworkbench.ui.map;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.clpworkbench.ui.common.TextClipboard;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Mouse and keys on the map: drag moves, the wheel zooms, Shift and drag draw a lasso, a double
/// click or Enter opens a token; arrow keys walk from point to point and with Shift move the map,
/// the space bar chooses a point, Ctrl+A all that are listed.
final class MapInput {
    static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    static final KeyCombination CHOOSE_LISTED =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private static final double STEP = 1.25;
    private static final double PAN = 40;

    /// Pixels between two corners of a lasso.
    private static final double FINEST = 3;

    private final MapCanvas canvas;
    private final MapViewModel viewModel;
    private final BooleanSupplier lassoing;
    private final Consumer<MapToken> open;
    private double lastX;
    private double lastY;
    private double[] line = new double[256];
    private int length;
    private boolean drawing;

    /// @param lassoing whether dragging draws a lasso without Shift too
    /// @param open is given a token that is to be looked at
    MapInput(
            MapCanvas canvas,
            MapViewModel viewModel,
            BooleanSupplier lassoing,
            Consumer<MapToken> open) {
        this.canvas = canvas;
        this.viewModel = viewModel;
        this.lassoing = lassoing;
        this.open = open;
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(released -> released());
        canvas.setOnMouseClicked(this::clicked);
        canvas.setOnScroll(this::scrolled);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent mouse) {
        canvas.requestFocus();
        lastX = mouse.getX();
        lastY = mouse.getY();
        boolean wanted = mouse.isShiftDown() || lassoing.getAsBoolean();
        drawing = wanted && mouse.getButton() == MouseButton.PRIMARY;
        length = 0;
        if (drawing) {
            add(mouse);
        }
    }

    private void dragged(MouseEvent mouse) {
        if (drawing) {
            add(mouse);
            canvas.lasso(Arrays.copyOf(line, length));
        } else {
            canvas.moveTo(canvas.view().moved(mouse.getX() - lastX, mouse.getY() - lastY));
        }
        lastX = mouse.getX();
        lastY = mouse.getY();
    }

    private void add(MouseEvent mouse) {
        if (length > 0
                && Math.hypot(mouse.getX() - line[length - 2], mouse.getY() - line[length - 1])
                        < FINEST) {
            return;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = mouse.getX();
        line[length++] = mouse.getY();
    }

    private void released() {
        MapPicture picture = viewModel.picture().get();
        if (drawing && picture != null && length >= 6) {
            double[] closed = Arrays.copyOf(line, length);
            viewModel.choose(PointSearch.within(canvas.view(), picture, canvas::counts, closed));
        }
        drawing = false;
        canvas.lasso(new double[0]);
    }

    private void clicked(MouseEvent mouse) {
        MapPicture picture = viewModel.picture().get();
        int point = canvas.under(mouse);
        if (picture == null || point < 0 || !mouse.isStillSincePress()) {
            return;
        }
        viewModel.cursor().set(point);
        if (mouse.getClickCount() == 2) {
            open.accept(picture.token(point));
        }
    }

    private void scrolled(ScrollEvent wheel) {
        if (wheel.getDeltaY() != 0) {
            double factor = wheel.getDeltaY() > 0 ? STEP : 1 / STEP;
            canvas.zoom(factor, wheel.getX(), wheel.getY());
            wheel.consume();
        }
    }

    private void key(KeyEvent key) {
        MapPicture picture = viewModel.picture().get();
        if (picture == null) {
            return;
        }
        if (COPY.match(key)) {
            if (!viewModel.chosen().get().isEmpty()) {
                TextClipboard.put(viewModel.words().asText(viewModel.listed().get()));
            }
        } else if (CHOOSE_LISTED.match(key)) {
            viewModel.chooseListed();
        } else if (key.isShortcutDown() || key.isAltDown() || !plain(key, picture)) {
            return;
        }
        key.consume();
    }

    private boolean plain(KeyEvent key, MapPicture picture) {
        int cursor = viewModel.cursor().get();
        switch (key.getCode()) {
            case LEFT, KP_LEFT -> go(key, picture, -1, 0);
            case RIGHT, KP_RIGHT -> go(key, picture, 1, 0);
            case UP, KP_UP -> go(key, picture, 0, -1);
            case DOWN, KP_DOWN -> go(key, picture, 0, 1);
            case PLUS, ADD, EQUALS -> zoom(picture, STEP);
            case MINUS, SUBTRACT -> zoom(picture, 1 / STEP);
            case DIGIT0, NUMPAD0, HOME -> canvas.fit();
            case SPACE -> {
                if (cursor >= 0) {
                    viewModel.toggle(cursor);
                }
            }
            case ENTER -> {
                if (cursor >= 0) {
                    open.accept(picture.token(cursor));
                }
            }
            case ESCAPE -> viewModel.choose(new BitSet());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(KeyEvent key, MapPicture picture, int right, int down) {
        if (key.isShiftDown()) {
            canvas.moveTo(canvas.view().moved(-PAN * right, -PAN * down));
        } else {
            walk(picture, right, down);
        }
    }

    /// From the cursor; the first step puts it on the point nearest to the middle.
    private void walk(MapPicture picture, int right, int down) {
        Viewport view = canvas.view();
        int from = viewModel.cursor().get();
        int next =
                from < 0
                        ? PointSearch.nearest(
                                view,
                                picture,
                                canvas::counts,
                                view.width() / 2,
                                view.height() / 2,
                                Double.MAX_VALUE)
                        : PointSearch.next(view, picture, canvas::counts, from, right, down);
        viewModel.cursor().set(next);
    }

    /// About the cursor where it is in view, else about the middle.
    private void zoom(MapPicture picture, double factor) {
        Viewport view = canvas.view();
        int cursor = viewModel.cursor().get();
        boolean about = cursor >= 0 && view.shows(picture.x()[cursor], picture.y()[cursor]);
        double x = about ? view.toX(picture.x()[cursor]) : view.width() / 2;
        double y = about ? view.toY(picture.y()[cursor]) : view.height() / 2;
        canvas.zoom(factor, x, y);
    }
}
