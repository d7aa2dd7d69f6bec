package org.clpworkbench.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The steps of the tour behind its first, each on the screen that it tells of and with what it
/// tells filled in.
final class TourStates {
    private static final int FIRST = 2;
    private static final int LAST = 7;

    /// Anchors, neighbours and the sum, which wait for tokens of the pair.
    private static final Set<Integer> WITH_FORMULA = Set.of(2, 3, 4);

    private final WorkbenchWindow window;

    TourStates(WorkbenchWindow window) {
        this.window = window;
    }

    /// In their order: each goes on from the one before it.
    List<State> all() {
        var all = new ArrayList<State>();
        for (int step = FIRST; step <= LAST; step++) {
            int told = step;
            all.add(State.of(Integer.toString(step), () -> goTo(told), () -> endAfter(told)));
        }
        return all;
    }

    private void goTo(int step) {
        if (step == FIRST) {
            window.fire("#tourButton");
            window.await("the tour", () -> window.sees("#tour"));
        }
        String before = window.text("#tour-title");
        window.fire("#tour-next");
        window.await(
                "step " + step,
                () ->
                        !window.text("#tour-title").equals(before)
                                && (!WITH_FORMULA.contains(step)
                                        || !window.text("#tour-formula").isEmpty()));
    }

    private void endAfter(int step) {
        if (step == LAST) {
            window.fire("#tour-end");
        }
    }
}
