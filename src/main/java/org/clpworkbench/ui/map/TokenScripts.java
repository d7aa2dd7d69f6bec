package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Texts;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// The script that a token is written in: that of its first letter.
final class TokenScripts {
    private final Map<UnicodeScript, String> names = new EnumMap<>(UnicodeScript.class);
    private final String digits;
    private final String signs;

    TokenScripts(Texts texts) {
        digits = texts.get("script.digits");
        signs = texts.get("script.signs");
    }

    /// @param display with "·" for a space and "⟨0xE2⟩" for bytes, which count as signs
    String of(String display) {
        if (display.startsWith("⟨")) {
            return signs;
        }
        OptionalInt letter =
                display.codePoints()
                        .filter(Character::isLetter)
                        .filter(point -> UnicodeScript.of(point) != UnicodeScript.COMMON)
                        .findFirst();
        if (letter.isPresent()) {
            return names.computeIfAbsent(
                    UnicodeScript.of(letter.getAsInt()), TokenScripts::properName);
        }
        return display.codePoints().anyMatch(Character::isDigit) ? digits : signs;
    }

    /// Unicode's name of a script: "Latin", "Canadian aboriginal".
    private static String properName(UnicodeScript script) {
        String words = script.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
