package org.clpworkbench.ui.common;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The system's clipboard, for words.
public final class TextClipboard {
    private TextClipboard() {}

    /// Puts words there; where there are none, what lies there stays.
    public static void put(String words) {
        if (words.isEmpty()) {
            return;
        }
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
