package org.clpworkbench.ui.common;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What is typed into a spinner of whole numbers, with or without its thousands separated, brought
/// between the least and the most, which a sentence below it says. What is no number leaves the
/// spinner as it was.
public final class WholeNumberConverter extends StringConverter<Integer> {
    private final Spinner<Integer> spinner;
    private final int least;
    private final int most;

    /// Made when it is first needed, for it is a window of its own.
    private Optional<BoundsNote> note = Optional.empty();

    private WholeNumberConverter(Spinner<Integer> spinner, int least, int most) {
        this.spinner = spinner;
        this.least = least;
        this.most = most;
    }

    /// Makes a spinner one of whole numbers, to be typed into.
    public static void on(Spinner<Integer> spinner, int least, int most, int begin) {
        var values = new IntegerSpinnerValueFactory(least, most, begin);
        values.setConverter(new WholeNumberConverter(spinner, least, most));
        spinner.setValueFactory(values);
        spinner.setEditable(true);
    }

    /// The same; the property begins it, and each follows the other.
    public static void on(Spinner<Integer> spinner, int least, int most, IntegerProperty value) {
        on(spinner, least, most, value.get());
        spinner.valueProperty().subscribe(chosen -> value.set(chosen));
        value.subscribe(now -> spinner.getValueFactory().setValue(now.intValue()));
    }

    @Override
    public String toString(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String typed) {
        int number = parsed(typed);
        // a value that is as before tells nobody, and what was typed would stay
        spinner.getEditor().setText(toString(number));
        return number;
    }

    private int parsed(String typed) {
        try {
            return taken(Numbers.parseWhole(typed));
        } catch (NumberFormatException noNumber) {
            return spinner.getValue();
        }
    }

    private int taken(int asked) {
        int number = Math.clamp(asked, least, most);
        if (number == asked) {
            note.ifPresent(BoundsNote::hide);
        } else {
            BoundsNote shown = note.orElseGet(BoundsNote::new);
            note = Optional.of(shown);
            shown.tell(spinner, refusal(asked, number));
        }
        return number;
    }

    private String refusal(int asked, int number) {
        return Texts.of(TypedNumber.class)
                .get(
                        "bounds",
                        Numbers.whole(asked),
                        Numbers.whole(least),
                        Numbers.whole(most),
                        Numbers.whole(number));
    }
}
