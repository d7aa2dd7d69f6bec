package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.TokenGroups;

import java.util.Locale;
import java.util.Optional;

/// How groups of tokens are called on the screen.
final class GroupWords {
    private GroupWords() {}

    /// @param by the matching rules where it is empty
    static String of(Optional<Grouping> by, String group) {
        if (by.isEmpty()) {
            return texts().get("rule." + group);
        }
        return switch (by.get()) {
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

    /// "script: Latin", for what the token table is filtered by.
    static String sentence(TokenGroup group) {
        return texts().get("group.only." + group.by(), of(Optional.of(group.by()), group.name()));
    }

    private static Texts texts() {
        return Texts.of(OverlapView.class);
    }
}
