package org.clpworkbench.ui.common;

/// Numbers that somebody typed into a form, or a sentence that says what is wrong with them.
public final class TypedNumber {
    private TypedNumber() {}

    /// @param name of the field
    /// @throws IllegalArgumentException with a sentence for people when it is no whole number
    public static int whole(String name, String typed) {
        try {
            return Numbers.parseWhole(typed);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(
                    Texts.of(TypedNumber.class).get("whole", name, typed), none);
        }
    }

    /// A peak learning rate, with a point or a comma.
    ///
    /// @throws IllegalArgumentException with a sentence for people when it is no number
    public static double learningRate(String typed) {
        try {
            return Double.parseDouble(typed.strip().replace(',', '.'));
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(
                    Texts.of(TypedNumber.class).get("learningRate", typed), none);
        }
    }
}
