package org.clpworkbench.ui.common;

import javafx.event.Event;
import javafx.event.EventType;

/// What a problem asks of the window around it, which alone can do it for every screen.
public final class ProblemStep extends Event {
    private static final long serialVersionUID = 1;

    private static final EventType<ProblemStep> ANY = new EventType<>(Event.ANY, "PROBLEM_STEP");

    /// To show the log, which says more of a failure than its sentence.
    public static final EventType<ProblemStep> SHOW_LOG = new EventType<>(ANY, "SHOW_LOG");

    /// To open the folder of the workspace, where room can be made on a full disk.
    public static final EventType<ProblemStep> MAKE_ROOM = new EventType<>(ANY, "MAKE_ROOM");

    public ProblemStep(EventType<ProblemStep> type) {
        super(type);
    }
}
