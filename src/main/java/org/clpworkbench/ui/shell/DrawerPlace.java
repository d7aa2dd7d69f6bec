package org.clpworkbench.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Where the drawer stands: beside the screen, or over its end where the window has no room for
/// both, for a screen squeezed into what is left could not be read.
final class DrawerPlace {
    /// A screen has at least this many times the drawer's width beside it.
    private static final double SCREEN = 3.3;

    private final BorderPane work;
    private final StackPane over;
    private final Region drawer;

    /// @param over holds the screen
    DrawerPlace(BorderPane work, StackPane over, Region drawer) {
        this.work = work;
        this.over = over;
        this.drawer = drawer;
        StackPane.setAlignment(drawer, Pos.CENTER_RIGHT);
        drawer.setMaxWidth(Region.USE_PREF_SIZE);
        work.widthProperty().addListener((_, _, _) -> place());
    }

    void show(boolean shown) {
        work.setRight(null);
        over.getChildren().remove(drawer);
        if (shown) {
            over.getChildren().add(drawer);
            drawer.applyCss(); // its width is told by the size of the texts
            place();
        }
    }

    /// The width that the screen cannot do without.
    private double least() {
        return over.getChildren().stream()
                .filter(node -> !node.equals(drawer))
                .mapToDouble(node -> node.minWidth(-1))
                .max()
                .orElse(0);
    }

    private void place() {
        boolean covers = over.getChildren().contains(drawer);
        double width = drawer.prefWidth(-1);
        boolean narrow = work.getWidth() < width + Math.max(SCREEN * width, least());
        if (drawer.getParent() == null || covers == narrow) {
            return;
        }
        if (narrow) {
            work.setRight(null);
            over.getChildren().add(drawer);
        } else {
            over.getChildren().remove(drawer);
            work.setRight(drawer);
        }
    }
}
