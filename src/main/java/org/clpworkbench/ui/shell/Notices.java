package org.clpworkbench.ui.shell;

import javafx.geometry.Pos;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;

import org.controlsfx.control.Notifications;

import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Tells things in the corner of the window above the jobs, for the buttons of the screens are
/// below; in its theme: the notices of ControlsFX are dark on light unless told otherwise, whatever
/// lies below them. They slide in, unless the system asks for less motion. Keeps the last ones for
/// who was away. Used on the JavaFX thread.
public final class Notices {
    static final int MOST = 30;

    private static final Duration NEWS = Duration.seconds(8);
    private static final Duration TROUBLE = Duration.seconds(15);

    /// What a notice said, and when.
    record Told(LocalTime time, Notice notice) {}

    private final Deque<Told> told = new ArrayDeque<>();
    private final StillNotices still = new StillNotices();

    void tell(Window owner, Notice notice) {
        keep(notice);
        Duration time = notice.trouble() ? TROUBLE : NEWS;
        if (owner.getScene().getPreferences().isReducedMotion()) {
            still.show(owner, told.getFirst(), time);
        } else {
            slideIn(owner, notice, time);
        }
    }

    void keep(Notice notice) {
        told.addFirst(new Told(LocalTime.now(), notice));
        if (told.size() > MOST) {
            told.removeLast();
        }
    }

    private static void slideIn(Window owner, Notice notice, Duration time) {
        var shown =
                Notifications.create()
                        .owner(owner)
                        .title(notice.title())
                        .text(notice.sentence())
                        .position(Pos.TOP_RIGHT)
                        .hideAfter(time);
        if (ThemeStyle.isDark(owner.getScene().getRoot())) {
            shown.darkStyle();
        }
        notice.clicked().ifPresent(click -> shown.onAction(_ -> click.run()));
        List<Window> before = List.copyOf(Window.getWindows());
        if (notice.trouble()) {
            shown.showError();
        } else {
            shown.showInformation();
        }
        leaveEscapeToTheWindow(before);
    }

    /// A popup would take the Esc that is meant for what is open in the window below it.
    private static void leaveEscapeToTheWindow(List<Window> before) {
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup && !before.contains(popup)) {
                popup.setHideOnEscape(false);
            }
        }
    }

    /// Lets go of all, and of the windows that they lead to.
    public void clear() {
        told.clear();
    }

    /// The last ones, the newest first.
    List<Told> told() {
        return List.copyOf(told);
    }
}
