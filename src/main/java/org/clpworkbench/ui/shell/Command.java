package org.clpworkbench.ui.shell;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// Something that the window can do, wherever the focus is.
///
/// @param keys any of which does it; the first is the one that people are told
record Command(String words, List<KeyCombination> keys, Runnable action) {
    Command {
        keys = List.copyOf(keys);
    }

    static Command of(String words, Runnable action, String... keys) {
        return new Command(
                words, List.of(keys).stream().map(KeyCombination::valueOf).toList(), action);
    }

    boolean isFor(KeyEvent pressed) {
        return keys.stream().anyMatch(key -> key.match(pressed));
    }

    /// "Ctrl+K"; "" without keys.
    String keysInWords() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }
}
