package org.clpworkbench.ui.overlap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.ui.common.Pair;
import org.jspecify.annotations.Nullable;

/// The helper's token that is selected in the table and the sentence. It follows the one that the
/// whole window looks at, and becomes that itself: the first at once, so that no example comes in
/// its place; a later one only when it is handed on, for nobody looks at all that the arrow keys
/// pass.
final class SelectedToken {
    private final Pair pair;
    private final ObjectProperty<@Nullable Integer> id = new SimpleObjectProperty<>();

    SelectedToken(Pair pair) {
        this.pair = pair;
        pair.token().subscribe(id::set);
        id.addListener(
                (_, _, _) -> {
                    if (pair.token().get() == null) {
                        handOn();
                    }
                });
    }

    /// Has every screen look at it; at what they looked at before where none is selected.
    void handOn() {
        Integer now = id.get();
        if (now != null) {
            pair.token().set(now);
        }
    }

    /// Null for none.
    ObjectProperty<@Nullable Integer> id() {
        return id;
    }
}
