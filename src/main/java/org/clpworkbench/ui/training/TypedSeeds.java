package org.clpworkbench.ui.training;

import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.regex.Pattern;

/// Seeds as somebody typed them into the form.
final class TypedSeeds {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},;，、；]+");

    private TypedSeeds() {}

    /// Each once, in the order typed.
    ///
    /// @throws IllegalArgumentException with a sentence for people when there is none, or one that
    ///   is no whole number
    static List<Integer> of(String typed) {
        List<String> parts = BETWEEN.splitAsStream(typed).filter(part -> !part.isEmpty()).toList();
        try {
            if (!parts.isEmpty()) {
                return parts.stream().map(Integer::valueOf).distinct().toList();
            }
            throw new NumberFormatException("There is none.");
        } catch (NumberFormatException noNumber) {
            Texts texts = Texts.of(TrainingViewModel.class);
            throw new IllegalArgumentException(texts.get("wrong.seeds", typed), noNumber);
        }
    }
}
