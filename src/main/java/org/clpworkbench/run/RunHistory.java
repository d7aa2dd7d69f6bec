package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent;

import java.util.ArrayList;
import java.util.List;

/// A run's events as they count. A killed run goes on from its last checkpoint and does some steps
/// again: what it did beyond that checkpoint the first time is dropped.
public final class RunHistory {
    private final List<RunEvent> events = new ArrayList<>();

    public void add(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            events.removeIf(earlier -> earlier.step() > started.step());
        }
        events.add(event);
    }

    public List<RunEvent> events() {
        return List.copyOf(events);
    }
}
