package org.clpworkbench.ui.chart;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Polygon;

import org.clpworkbench.ui.common.Texts;

/// The name of a mean at its line's end: it opens to the single runs behind it, and closes again.
final class GroupLabel extends Label {
    private final Texts texts = Texts.of(LossChart.class);
    private final Runnable toggle;
    private final Polygon arrow = new Polygon(0, -3.5, 4, 0, 0, 3.5);
    private final Tooltip hint = new Tooltip();
    private boolean open;

    GroupLabel(ChartRun mean, boolean baseline, Runnable toggle) {
        super(mean.label());
        this.toggle = toggle;
        arrow.getStyleClass().add("group-arrow");
        var signs = new HBox(arrow, new RunSwatch(mean.colour(), baseline));
        signs.getStyleClass().add("group-signs");
        signs.setAlignment(Pos.CENTER_LEFT);
        setGraphic(signs);
        getStyleClass().add("group-label");
        setTooltip(hint);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        show(false);
    }

    /// @param now whether the single runs are shown
    void show(boolean now) {
        open = now;
        arrow.setRotate(open ? 90 : 0);
        String words = texts.get(open ? "group.close" : "group.open", getText());
        hint.setText(words);
        setAccessibleText(words);
    }

    private void pressed(MouseEvent press) {
        requestFocus();
        toggle.run();
        press.consume();
    }

    private void keyPressed(KeyEvent key) {
        boolean acts =
                switch (key.getCode()) {
                    case SPACE, ENTER -> true;
                    case RIGHT -> !open;
                    case LEFT -> open;
                    default -> false;
                };
        if (acts) {
            toggle.run();
            key.consume();
        }
    }
}
