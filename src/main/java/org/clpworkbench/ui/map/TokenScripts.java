package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.ScriptNames;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.TokenGroups;
import org.clpworkbench.vocab.Vocabulary;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;

/// The script that a token is written in, in words: that of its first letter, else digits or signs.
final class TokenScripts {
    private static final String COMMON = UnicodeScript.COMMON.name();

    private final Map<String, String> names = new HashMap<>();
    private final String digits;
    private final String signs;

    TokenScripts(Texts texts) {
        digits = texts.get("script.digits");
        signs = texts.get("script.signs");
    }

    String of(Vocabulary vocabulary, int id) {
        String script = TokenGroups.script(vocabulary, id);
        if (script.equals(TokenGroups.BYTES)) {
            return signs;
        }
        if (script.equals(TokenGroups.NO_LETTER) || script.equals(COMMON)) {
            boolean hasDigit = vocabulary.display(id).codePoints().anyMatch(Character::isDigit);
            return hasDigit ? digits : signs;
        }
        return names.computeIfAbsent(script, ScriptNames::of);
    }
}
