package org.clpworkbench.ui.training;

import org.clpworkbench.ui.common.ScreenName;

/// What a race lacks is chosen on another screen.
final class NotChosen extends IllegalArgumentException {
    private final ScreenName where;

    /// @param sentence for people
    NotChosen(String sentence, ScreenName where) {
        super(sentence);
        this.where = where;
    }

    ScreenName where() {
        return where;
    }
}
