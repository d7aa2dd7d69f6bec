package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenGroupWords;
import org.clpworkbench.vocab.Grouping;

import java.util.Optional;

/// How groups of tokens are called on the screen.
final class GroupWords {
    private GroupWords() {}

    /// @param by the matching rules where it is empty
    static String of(Optional<Grouping> by, String group) {
        return by.map(grouping -> TokenGroupWords.of(grouping, group))
                .orElseGet(() -> texts().get("rule." + group));
    }

    /// "script: Latin", for what the token table is filtered by.
    static String sentence(TokenGroup group) {
        return texts().get("group.only." + group.by(), of(Optional.of(group.by()), group.name()));
    }

    private static Texts texts() {
        return Texts.of(OverlapView.class);
    }
}
