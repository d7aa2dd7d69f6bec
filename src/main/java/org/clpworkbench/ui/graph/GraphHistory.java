package org.clpworkbench.ui.graph;

import java.util.ArrayList;
import java.util.List;

/// An exploration with the way to it and what was undone, the latest last. It never changes.
public record GraphHistory(Exploration present, List<Step> past, List<Step> future) {
    private static final int MOST = 200;

    /// A change and the state that it was, or is to be, applied to.
    public record Step(GraphChange change, Exploration before) {}

    public GraphHistory {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static GraphHistory of(Exploration begin) {
        return new GraphHistory(begin, List.of(), List.of());
    }

    /// With a change made; what had been undone is forgotten. The same history when the change
    /// changes nothing.
    public GraphHistory then(GraphChange change) {
        Exploration next = change.applyTo(present);
        if (next.equals(present)) {
            return this;
        }
        List<Step> longer = with(past, new Step(change, present));
        int from = Math.max(0, longer.size() - MOST);
        return new GraphHistory(next, longer.subList(from, longer.size()), List.of());
    }

    /// One step back, or the same when there is none.
    public GraphHistory undone() {
        if (past.isEmpty()) {
            return this;
        }
        Step last = past.getLast();
        return new GraphHistory(
                last.before(), past.subList(0, past.size() - 1), with(future, last));
    }

    public boolean hasTokenBefore() {
        return past.stream().anyMatch(step -> step.change() instanceof GraphChange.LookAt);
    }

    /// Back to the token looked at before, or the same when there is none.
    public GraphHistory atTokenBefore() {
        int step = past.size() - 1;
        while (step >= 0 && !(past.get(step).change() instanceof GraphChange.LookAt)) {
            step--;
        }
        GraphHistory earlier = this;
        while (step >= 0 && earlier.past.size() > step) {
            earlier = earlier.undone();
        }
        return earlier;
    }

    /// One undone step forward again, or the same when there is none.
    public GraphHistory redone() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.getLast();
        return new GraphHistory(
                next.change().applyTo(next.before()),
                with(past, next),
                future.subList(0, future.size() - 1));
    }

    private static List<Step> with(List<Step> steps, Step one) {
        var longer = new ArrayList<>(steps);
        longer.add(one);
        return longer;
    }
}
