package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.TokenGroups;

import java.util.Locale;
import java.util.Optional;

/// How groups of tokens are called on the screen.
final class GroupWords {
    private static final Texts TEXTS = Texts.of(OverlapView.class);

    private GroupWords() {}

    /// @param by the matching rules where it is empty
    static String of(Optional<Grouping> by, String group) {
        if (by.isEmpty()) {
            return TEXTS.get("rule." + group);
        }
        return switch (by.get()) {
            case SCRIPT -> script(group);
            case LENGTH -> group.equals(TokenGroups.LONGEST) ? TEXTS.get("length.longest") : group;
            case WORD_START -> TEXTS.get("place." + group);
            case FREQUENCY -> TEXTS.get("frequency." + group);
        };
    }

    /// "LATIN" is how a script is called among programmers.
    private static String script(String group) {
        return switch (group) {
            case TokenGroups.NO_LETTER -> TEXTS.get("script.noLetter");
            case TokenGroups.BYTES -> TEXTS.get("script.bytes");
            default ->
                    group.substring(0, 1)
                            + group.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /// "script: Latin", for what the token table is filtered by.
    static String sentence(TokenGroup group) {
        return TEXTS.get("group.only." + group.by(), of(Optional.of(group.by()), group.name()));
    }
}
