package org.clpworkbench.ui.shell;

import javafx.stage.Window;

import org.controlsfx.control.Notifications;

/// Notices in the corner of a window, in its theme: those of ControlsFX are dark on light unless
/// told otherwise, whatever lies below them.
final class Notices {
    private Notices() {}

    /// A notice that is yet to be filled in and shown.
    static Notifications on(Window owner) {
        var notice = Notifications.create().owner(owner);
        return ThemeStyle.isDark(owner.getScene().getRoot()) ? notice.darkStyle() : notice;
    }
}
