package org.clpworkbench.hub;

import java.util.Locale;
import java.util.Set;

/// Languages by their codes.
final class Languages {
    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /// Whether it is a language's code of two letters (ISO 639-1).
    static boolean known(String code) {
        return CODES.contains(code);
    }
}
