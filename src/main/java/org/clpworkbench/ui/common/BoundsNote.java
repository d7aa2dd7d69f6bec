package org.clpworkbench.ui.common;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Says below a field that what was typed there cannot be asked for. It stands above everything
/// else for some seconds, so that nothing moves away from the mouse, which may be on its way to a
/// button.
final class BoundsNote {
    private static final Duration TIME = Duration.seconds(8);
    private static final double WIDTH = 360;
    private static final double GAP = 4;

    private final Tooltip words = new Tooltip();
    private final PauseTransition end = new PauseTransition(TIME);

    BoundsNote() {
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        end.setOnFinished(_ -> words.hide());
    }

    /// @param field on a window, or nobody would read it
    void tell(Node field, String sentence) {
        Scene scene = field.getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return;
        }
        Point2D corner = field.localToScreen(0, field.getLayoutBounds().getHeight() + GAP);
        words.setText(sentence);
        words.show(field, corner.getX(), corner.getY());
        end.playFromStart();
    }

    void hide() {
        end.stop();
        words.hide();
    }
}
