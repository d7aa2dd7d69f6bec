package org.clpworkbench.ui.helper;

import javafx.beans.property.StringProperty;

/// A field that says what suits until somebody enters something else.
final class Suggested {
    private final StringProperty field;
    private String suggestion;

    Suggested(StringProperty field) {
        this.field = field;
        this.suggestion = field.get();
    }

    void suggest(String now) {
        boolean follows = field.get().equals(suggestion);
        suggestion = now;
        if (follows) {
            field.set(now);
        }
    }
}
