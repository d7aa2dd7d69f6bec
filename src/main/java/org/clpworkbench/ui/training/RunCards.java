package org.clpworkbench.ui.training;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The cards of the runs on show. A new one is made each frame, so that fifty runs opened at once
/// do not hold up the window; what a run has already is kept.
final class RunCards {
    private final Pane place;
    private final Function<RunRow, Node> make;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    addNext();
                }
            };
    private Map<RunRow, Node> made = new HashMap<>();
    private List<RunRow> rows = List.of();

    /// @param place where the cards stand, one below the other
    RunCards(Pane place, Function<RunRow, Node> make) {
        this.place = place;
        this.make = make;
    }

    void show(List<RunRow> shown) {
        rows = List.copyOf(shown);
        var kept = new HashMap<>(made);
        kept.keySet().retainAll(rows);
        made = kept;
        place.getChildren()
                .setAll(rows.stream().takeWhile(made::containsKey).map(made::get).toList());
        frames.start();
        addNext();
    }

    /// Adds the first card that is missing, and those after it that are made already.
    private void addNext() {
        boolean fresh = false;
        while (place.getChildren().size() < rows.size()) {
            RunRow row = rows.get(place.getChildren().size());
            if (!made.containsKey(row)) {
                if (fresh) {
                    return;
                }
                made.put(row, make.apply(row));
                fresh = true;
            }
            place.getChildren().add(made.get(row));
        }
        frames.stop();
    }
}
