package org.clpworkbench.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;

import java.util.Optional;

/// What a screen has to complain of, in a sentence for people; empty while there is nothing. Behind
/// the sentence stands the failure, where it was one.
public final class ProblemText extends SimpleStringProperty {
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ProblemText() {
        super("");
    }

    /// Tells what is no failure of the program's work, or takes back what was told.
    @Override
    public void set(String sentence) {
        failure.set(Optional.empty());
        super.set(sentence);
    }

    public void set(Failure next) {
        failure.set(Optional.of(next));
        super.set(next.sentence());
    }

    /// Tells from now on whatever another comes to tell.
    public void follow(ProblemText other) {
        other.subscribe(
                () ->
                        other.failure()
                                .get()
                                .ifPresentOrElse(this::set, () -> set(other.getValue())));
    }

    /// Empty where there is none behind the sentence.
    public ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }
}
