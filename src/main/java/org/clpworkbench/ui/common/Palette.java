package org.clpworkbench.ui.common;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The stylesheet's colours for what is painted by hand (a canvas, a chart). It stands invisibly in
/// the scene beside the painting: one shape of no size for each ink, which CSS fills.
public final class Palette extends Group {
    /// What a colour stands for; `.ink-anchor` in the stylesheet fills ANCHOR, and so on.
    public enum Ink {
        ANCHOR,
        MISSING,
        SPECIAL,
        FALLBACK,
        SOURCE_ONLY,
        BETTER,
        WORSE,
        BASELINE,
        TEXT,
        MUTED,
        GRID,
        BACKGROUND,
        FOCUS,
        RUN_1,
        RUN_2,
        RUN_3,
        RUN_4,
        RUN_5,
        RUN_6
    }

    private final Map<Ink, Rectangle> swatches = new EnumMap<>(Ink.class);

    /// @param changed called on the JavaFX thread when a colour is another (the theme was switched)
    public Palette(Runnable changed) {
        for (Ink ink : Ink.values()) {
            var swatch = new Rectangle();
            swatch.getStyleClass()
                    .add("ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            swatch.fillProperty().addListener((property, before, now) -> changed.run());
            swatches.put(ink, swatch);
            getChildren().add(swatch);
        }
        setManaged(false);
        setMouseTransparent(true);
    }

    /// The ink's colour in the theme of the moment.
    public Color color(Ink ink) {
        Rectangle swatch = swatches.get(ink);
        return swatch != null && swatch.getFill() instanceof Color color ? color : Color.GRAY;
    }

    /// The colour of the n-th run, from 0; after six they begin again.
    public Color run(int index) {
        return color(Ink.values()[Ink.RUN_1.ordinal() + Math.floorMod(index, 6)]);
    }
}
