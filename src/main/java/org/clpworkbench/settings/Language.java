package org.clpworkbench.settings;

import java.util.Locale;

/// The language of the window's texts and numbers.
public enum Language {
    /// As the desktop's, where there are texts in it.
    SYSTEM(""),
    ENGLISH("English"),
    GERMAN("Deutsch"),
    CHINESE("中文");

    /// Asked before any window speaks: Java's default follows the window then.
    private static final Locale DESKTOP = Locale.getDefault(Locale.Category.DISPLAY);

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /// What its speakers call it; "" for the desktop's.
    public String ownName() {
        return ownName;
    }

    /// The desktop's own, whatever the window speaks.
    public static Locale ofTheDesktop() {
        return DESKTOP;
    }

    public Locale locale() {
        return switch (spoken()) {
            case GERMAN -> Locale.GERMAN;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
            default -> Locale.ENGLISH;
        };
    }

    /// The language itself, instead of "as the desktop's".
    public Language spoken() {
        if (this != SYSTEM) {
            return this;
        }
        return switch (DESKTOP.getLanguage()) {
            case "de" -> GERMAN;
            case "zh" -> CHINESE;
            default -> ENGLISH;
        };
    }
}
