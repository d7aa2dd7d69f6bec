package org.clpworkbench.ui.common;

import javafx.geometry.NodeOrientation;

import java.text.Bidi;

/// From which side a text is read: that of its first letter that has one.
public final class ReadingDirection {
    private ReadingDirection() {}

    public static NodeOrientation of(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? NodeOrientation.LEFT_TO_RIGHT
                : NodeOrientation.RIGHT_TO_LEFT;
    }
}
