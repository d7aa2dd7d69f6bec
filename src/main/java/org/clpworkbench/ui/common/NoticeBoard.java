package org.clpworkbench.ui.common;

/// Where is told, whatever screen is open, what somebody may have turned away from.
@FunctionalInterface
public interface NoticeBoard {
    /// Shows a sentence in a corner of the window for some seconds. Called on the JavaFX thread.
    void tell(String title, String sentence);
}
