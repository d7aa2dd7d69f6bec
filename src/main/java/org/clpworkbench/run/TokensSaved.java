package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent.Evaluated;

import java.util.List;
import java.util.OptionalDouble;

/// How many fewer tokens a run needed than a baseline to reach the baseline's last validation loss.
public final class TokensSaved {
    private TokensSaved() {}

    /// A validation loss and how many tokens had been read when it was measured.
    public record Point(double tokens, double loss) {}

    /// 1 − (tokens the run needed) / (tokens the baseline used), interpolated between evaluations;
    /// empty when not reached.
    public static OptionalDouble of(List<Evaluated> run, List<Evaluated> baseline) {
        return between(points(run), points(baseline));
    }

    private static List<Point> points(List<Evaluated> evaluations) {
        return evaluations.stream().map(each -> new Point(each.tokens(), each.loss())).toList();
    }

    /// The same of points, each line's in the order of their tokens.
    public static OptionalDouble between(List<Point> run, List<Point> baseline) {
        if (baseline.isEmpty() || baseline.getLast().tokens() == 0) {
            return OptionalDouble.empty();
        }
        Point goal = baseline.getLast();
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
    private static double crossing(Point above, Point below, double loss) {
        double share = (above.loss() - loss) / (above.loss() - below.loss());
        return above.tokens() + share * (below.tokens() - above.tokens());
    }
}
