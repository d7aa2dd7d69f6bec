package org.clpworkbench.ui;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;

/// The colours of what is painted by hand, in a theme.
public final class ThemeInks {
    private final Palette palette;

    public ThemeInks(boolean dark) throws Exception {
        palette =
                OnScreen.get(
                        () -> {
                            var inks = new Palette(() -> {});
                            var root = new Pane(inks);
                            OnScreen.scene(root, 100, 100, dark);
                            root.applyCss();
                            return inks;
                        });
    }

    public Color of(Ink ink) {
        return palette.color(ink);
    }

    /// What is seen of an ink that lets something shine through.
    ///
    /// @param share of the ink, from 0 to 1
    public Color over(Ink ink, double share, Color behind) {
        return Contrasts.over(of(ink).deriveColor(0, 1, 1, share), behind);
    }
}
