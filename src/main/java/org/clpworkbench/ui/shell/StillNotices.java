package org.clpworkbench.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;

/// Notices for who asked the system for less motion, which those of ControlsFX know nothing of:
/// they stand in their corner at once, the newest on top, and are gone after their time or a click.
final class StillNotices {
    private static final double EDGE = 15;
    private static final double GAP = 10;

    private final List<Popup> shown = new ArrayList<>();

    void show(Window owner, Notices.Told told, Duration time) {
        Scene below = owner.getScene();
        var card = new NoticeCard(told);
        card.getStyleClass().add("still-notice");
        card.setStyle(below.getRoot().getStyle()); // the size of the texts
        var popup = new Popup();
        popup.getContent().add(card);
        popup.setHideOnEscape(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        if (ThemeStyle.isDark(below.getRoot())) {
            popup.getScene().getRoot().getStyleClass().add(ThemeStyle.DARK);
        }
        card.setOnMouseClicked(
                _ -> {
                    popup.hide();
                    told.notice().clicked().ifPresent(Runnable::run);
                });
        var end = new PauseTransition(time);
        end.setOnFinished(_ -> popup.hide());
        popup.setOnHidden(
                _ -> {
                    end.stop();
                    shown.remove(popup);
                    place(owner);
                });
        shown.addFirst(popup);
        popup.show(owner, owner.getX() + owner.getWidth() - EDGE, owner.getY() + EDGE);
        card.heightProperty().subscribe(_ -> place(owner));
        end.play();
    }

    /// One below the other.
    private void place(Window owner) {
        double top = owner.getY() + EDGE;
        for (Popup each : shown) {
            each.setAnchorY(top);
            top += each.getContent().getFirst().getLayoutBounds().getHeight() + GAP;
        }
    }
}
