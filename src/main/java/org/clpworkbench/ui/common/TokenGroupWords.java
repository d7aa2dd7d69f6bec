package org.clpworkbench.ui.common;

import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.TokenGroups;

import java.util.Locale;

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

    /// "LATIN" is how a script is called among programmers.
    private static String script(String group) {
        return switch (group) {
            case TokenGroups.NO_LETTER -> texts().get("script.noLetter");
            case TokenGroups.BYTES -> texts().get("script.bytes");
            default ->
                    group.substring(0, 1)
                            + group.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static Texts texts() {
        return Texts.of(TokenGroupWords.class);
    }
}
