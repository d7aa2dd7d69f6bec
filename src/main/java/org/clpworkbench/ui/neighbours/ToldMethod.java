package org.clpworkbench.ui.neighbours;

import javafx.beans.property.ObjectProperty;

import org.jspecify.annotations.Nullable;

/// Explains tokens first by the method that somebody tells of, as the tour does, so that the screen
/// shows the sum that is told; afterwards by what was chosen before. The two explanations stay
/// different ones.
final class ToldMethod {
    private final Explanation first;
    private final Explanation second;
    private String ownFirst;
    private String ownSecond;

    /// @param told null while nobody tells
    ToldMethod(ObjectProperty<@Nullable String> told, Explanation first, Explanation second) {
        this.first = first;
        this.second = second;
        this.ownFirst = first.method().get();
        this.ownSecond = second.method().get();
        told.addListener((_, before, now) -> tell(before, now));
        tell(null, told.get());
    }

    private void tell(@Nullable String before, @Nullable String now) {
        if (before != null) {
            second.method().set(ownSecond);
            first.method().set(ownFirst);
        }
        if (now != null) {
            ownFirst = first.method().get();
            ownSecond = second.method().get();
            if (now.equals(ownSecond)) {
                second.method().set(ownFirst);
            }
            first.method().set(now);
        }
    }
}
