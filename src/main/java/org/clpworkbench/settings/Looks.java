package org.clpworkbench.settings;

/// How the window looks, and in which language it speaks.
///
/// @param zoom of everything in it; 1 is the usual size
public record Looks(Theme theme, double zoom, Language language) {
    private static final double[] ZOOMS = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};

    public static final Looks FIRST = new Looks(Theme.SYSTEM, 1, Language.SYSTEM);

    public Looks {
        zoom = Math.clamp(zoom, ZOOMS[0], ZOOMS[ZOOMS.length - 1]);
    }

    public Looks withTheme(Theme next) {
        return new Looks(next, zoom, language);
    }

    public Looks withLanguage(Language next) {
        return new Looks(theme, zoom, next);
    }

    private Looks withZoom(double next) {
        return new Looks(theme, next, language);
    }

    public Looks usualSize() {
        return withZoom(1);
    }

    public Looks larger() {
        double next = zoom;
        for (int at = ZOOMS.length - 1; at >= 0 && ZOOMS[at] > zoom; at--) {
            next = ZOOMS[at];
        }
        return withZoom(next);
    }

    public Looks smaller() {
        double next = zoom;
        for (int at = 0; at < ZOOMS.length && ZOOMS[at] < zoom; at++) {
            next = ZOOMS[at];
        }
        return withZoom(next);
    }
}
