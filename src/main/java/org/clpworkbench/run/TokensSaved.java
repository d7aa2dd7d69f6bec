package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent.Evaluated;

import java.util.List;
import java.util.OptionalDouble;

/// How many fewer tokens a run needed than a baseline to reach the baseline's last validation loss.
public final class TokensSaved {
    private TokensSaved() {}

    /// 1 − (tokens the run needed) / (tokens the baseline used), interpolated between evaluations;
    /// empty when not reached.
    public static OptionalDouble of(List<Evaluated> run, List<Evaluated> baseline) {
        if (baseline.isEmpty() || baseline.getLast().tokens() == 0) {
            return OptionalDouble.empty();
        }
        Evaluated goal = baseline.getLast();
        for (int i = 0; i < run.size(); i++) {
            if (run.get(i).loss() <= goal.loss()) {
                double needed =
                        i == 0
                                ? run.get(0).tokens()
                                : crossing(run.get(i - 1), run.get(i), goal.loss());
                return OptionalDouble.of(1 - needed / goal.tokens());
            }
        }
        return OptionalDouble.empty();
    }

    /// Where the straight line between two evaluations meets the loss, in tokens.
    private static double crossing(Evaluated above, Evaluated below, double loss) {
        double share = (above.loss() - loss) / (above.loss() - below.loss());
        return above.tokens() + share * (below.tokens() - above.tokens());
    }
}
