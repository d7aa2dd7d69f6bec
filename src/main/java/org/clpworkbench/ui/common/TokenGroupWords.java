package org.clpworkbench.ui.common;

import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.TokenGroups;

/// How groups of tokens are called on every screen.
public final class TokenGroupWords {
    private TokenGroupWords() {}

    /// @param group as {@link Grouping#group} calls it
    public static String of(Grouping by, String group) {
        return switch (by) {
            case SCRIPT -> script(group);
            case LENGTH ->
                    group.equals(TokenGroups.LONGEST) ? texts().get("length.longest") : group;
            case WORD_START -> texts().get("place." + group);
            case FREQUENCY -> texts().get("frequency." + group);
        };
    }

    private static String script(String group) {
        return switch (group) {
            case TokenGroups.NO_LETTER -> texts().get("script.noLetter");
            case TokenGroups.BYTES -> texts().get("script.bytes");
            default -> ScriptNames.of(group);
        };
    }

    private static Texts texts() {
        return Texts.of(TokenGroupWords.class);
    }
}
