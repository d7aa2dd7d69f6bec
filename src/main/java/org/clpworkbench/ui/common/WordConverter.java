package org.clpworkbench.ui.common;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Shows the choices of a box in words; what is shown is never typed.
public final class WordConverter<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public WordConverter(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("The box is not editable.");
    }
}
