package org.clpworkbench.ui.shell;

import java.util.Optional;

/// Something that is told in a corner of the window.
///
/// @param title "" for none
/// @param trouble whether it tells of something that did not go as it should
/// @param clicked what a click on it does
record Notice(String title, String sentence, boolean trouble, Optional<Runnable> clicked) {
    static Notice news(String title, String sentence) {
        return new Notice(title, sentence, false, Optional.empty());
    }

    static Notice trouble(String title, String sentence) {
        return new Notice(title, sentence, true, Optional.empty());
    }

    Notice leadingTo(Runnable place) {
        return new Notice(title, sentence, trouble, Optional.of(place));
    }
}
