package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent;

import java.util.Optional;

/// Where a run stands, worked out from its folder alone.
public enum RunState {
    /// A worker has it in its queue.
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    STOPPED,
    FAILED,
    /// Its worker is gone without a last word: killed, or the machine went down.
    INTERRUPTED;

    /// Whether a worker is on it or about to be.
    public boolean live() {
        return this == WAITING || this == RUNNING;
    }

    /// Whether it ended otherwise than it was meant to.
    public boolean brokeOff() {
        return this == FAILED || this == INTERRUPTED;
    }

    /// Whether it can go on from its last checkpoint.
    public boolean resumable() {
        return this == PAUSED || this == STOPPED || this == FAILED || this == INTERRUPTED;
    }

    /// The state that an event leaves a run in that no worker has; empty where it says nothing of
    /// it.
    public static Optional<RunState> after(RunEvent event) {
        return switch (event) {
            case RunEvent.Started _ -> Optional.of(INTERRUPTED);
            case RunEvent.Paused _ -> Optional.of(PAUSED);
            case RunEvent.Ended(_, _, RunEvent.Outcome outcome, _) ->
                    Optional.of(
                            switch (outcome) {
                                case DONE -> DONE;
                                case STOPPED -> STOPPED;
                                case FAILED -> FAILED;
                            });
            case RunEvent.Step _,
                    RunEvent.Evaluated _,
                    RunEvent.Sample _,
                    RunEvent.Checkpointed _ ->
                    Optional.empty();
        };
    }
}
