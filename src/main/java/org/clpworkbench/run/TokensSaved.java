package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent;

import java.util.List;
import java.util.OptionalDouble;

/// How many fewer tokens a run needed than a baseline to reach the baseline's last validation loss.
public final class TokensSaved {
    private TokensSaved() {}

    /// 1 − (tokens the run needed) / (tokens the baseline used), interpolated between evaluations;
    /// empty when not reached.
    public static OptionalDouble of(
            List<RunEvent.Evaluated> run, List<RunEvent.Evaluated> baseline) {
        throw new UnsupportedOperationException("skeleton");
    }
}
