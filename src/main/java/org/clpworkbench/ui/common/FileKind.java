package org.clpworkbench.ui.common;

import java.nio.file.Path;
import java.util.Locale;

/// What a file can be that is written for other programs; the ending of its name says so.
public enum FileKind {
    PNG,
    SVG,
    CSV,
    JSON;

    /// ".png".
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// In a few words, for people.
    public String words() {
        return Texts.of(WhereToWrite.class).get("kind." + name());
    }

    /// Whether a file's name says that it is one.
    public boolean isSaidBy(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending());
    }
}
