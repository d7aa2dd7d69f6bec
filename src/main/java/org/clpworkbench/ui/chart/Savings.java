package org.clpworkbench.ui.chart;

import org.clpworkbench.run.TokensSaved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How many of the baseline's tokens the runs saved, until each step where it was evaluated.
final class Savings {
    private final List<List<TokensSaved.Point>> measured = new ArrayList<>();
    private final List<Curve> curves;
    private final Optional<Integer> baseline;

    /// @param baseline place of the run that the others are compared to
    Savings(List<Curve> curves, Optional<Integer> baseline) {
        this.curves = curves;
        this.baseline = baseline;
        curves.forEach(curve -> measured.add(points(curve.validation())));
    }

    private static List<TokensSaved.Point> points(Series line) {
        var points = new ArrayList<TokensSaved.Point>();
        for (int i = 0; i < line.size(); i++) {
            points.add(new TokensSaved.Point(line.tokens(i), line.value(i)));
        }
        return points;
    }

    /// A share for each run; NaN for the baseline itself, where it was not evaluated, and for runs
    /// that have not reached its loss there.
    List<Double> at(long step) {
        int end = baseline.map(run -> exactly(curves.get(run).validation(), step)).orElse(-1);
        if (end < 0) {
            return Collections.nCopies(curves.size(), Double.NaN);
        }
        int goal = baseline.orElseThrow();
        List<TokensSaved.Point> until = measured.get(goal).subList(0, end + 1);
        var saved = new ArrayList<Double>();
        for (int run = 0; run < curves.size(); run++) {
            saved.add(
                    run == goal
                            ? Double.NaN
                            : TokensSaved.between(measured.get(run), until).orElse(Double.NaN));
        }
        return List.copyOf(saved);
    }

    /// The place of a line's point at a step; -1 when it has none there.
    static int exactly(Series line, long step) {
        int at = line.at(step, Horizontal.STEPS);
        return at >= 0 && line.step(at) == step ? at : -1;
    }
}
