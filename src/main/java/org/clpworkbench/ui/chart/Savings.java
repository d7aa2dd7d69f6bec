package org.clpworkbench.ui.chart;

import org.clpworkbench.run.TokensSaved;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many of their baselines' tokens the lines of a chart saved, until each step where these were
/// evaluated.
final class Savings {
    private final Comparison comparison;
    private final Map<String, List<TokensSaved.Point>> measured = new HashMap<>();

    Savings(Comparison comparison) {
        this.comparison = comparison;
    }

    /// A share, of a mean that of its runs in the mean; NaN for the baseline itself, where it was
    /// not evaluated, and for runs that have not reached its loss there.
    double at(Curve line, long step) {
        return line.members().stream()
                .filter(run -> run.validation().size() > 0)
                .mapToDouble(run -> ofRun(run, step))
                .average()
                .orElse(Double.NaN);
    }

    private double ofRun(Curve run, long step) {
        Optional<Curve> baseline = comparison.run(run);
        int end = baseline.map(other -> exactly(other.validation(), step)).orElse(-1);
        if (end < 0) {
            return Double.NaN;
        }
        List<TokensSaved.Point> until = points(baseline.orElseThrow()).subList(0, end + 1);
        return TokensSaved.between(points(run), until).orElse(Double.NaN);
    }

    private List<TokensSaved.Point> points(Curve run) {
        return measured.computeIfAbsent(run.run().id(), _ -> points(run.validation()));
    }

    private static List<TokensSaved.Point> points(Series line) {
        var points = new ArrayList<TokensSaved.Point>();
        for (int i = 0; i < line.size(); i++) {
            points.add(new TokensSaved.Point(line.tokens(i), line.value(i)));
        }
        return points;
    }

    /// The place of a line's point at a step; -1 when it has none there.
    static int exactly(Series line, long step) {
        int at = line.at(step, Horizontal.STEPS);
        return at >= 0 && line.step(at) == step ? at : -1;
    }
}
