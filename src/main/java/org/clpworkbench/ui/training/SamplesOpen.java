package org.clpworkbench.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.List;

/// Whether what the models write is open. In a low window it is a choice of its own, so that
/// folding it there leaves it open where there is room.
final class SamplesOpen {
    private final BooleanProperty roomy;
    private final BooleanProperty cramped;
    private final BooleanProperty low = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();

    /// @param roomy what is chosen where there is room
    /// @param cramped what is chosen in a low window
    SamplesOpen(BooleanProperty roomy, BooleanProperty cramped) {
        this.roomy = roomy;
        this.cramped = cramped;
        open.set(choice().get());
        for (BooleanProperty one : List.of(roomy, cramped, low)) {
            one.addListener((_, _, _) -> open.set(choice().get()));
        }
        open.addListener((_, _, now) -> choice().set(now));
    }

    private BooleanProperty choice() {
        return low.get() ? cramped : roomy;
    }

    /// Whether the window is too low for the samples below the chart.
    BooleanProperty low() {
        return low;
    }

    BooleanProperty open() {
        return open;
    }
}
