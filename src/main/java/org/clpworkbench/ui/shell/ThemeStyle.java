package org.clpworkbench.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Parent;

import org.clpworkbench.settings.Theme;

/// Puts a theme on the window: AtlantaFX's Primer below, the class "dark" on the root for our own
/// colours.
final class ThemeStyle {
    /// Of the root of a dark window.
    static final String DARK = "dark";

    private ThemeStyle() {}

    static boolean isDark(Parent root) {
        return root.getStyleClass().contains(DARK);
    }

    /// @param desktop what the system theme is on this desktop
    static void apply(Theme theme, ColorScheme desktop, Parent root) {
        boolean dark =
                switch (theme) {
                    case SYSTEM -> desktop == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                };
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        root.getStyleClass().remove(DARK);
        if (dark) {
            root.getStyleClass().add(DARK);
        }
    }
}
