package org.clpworkbench.ui.chart;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which steps have a row in a table of figures that every step has.
enum StepSpacing {
    /// Those at which any run was evaluated.
    EVALUATIONS,
    /// Each tenth of the longest run as it is planned, and where each run stands.
    TENTHS,
    /// The same with hundredths.
    HUNDREDTHS;

    SortedSet<Long> steps(List<Curve> curves) {
        return switch (this) {
            case EVALUATIONS -> evaluated(curves);
            case TENTHS -> parts(curves, 10);
            case HUNDREDTHS -> parts(curves, 100);
        };
    }

    private static SortedSet<Long> evaluated(List<Curve> curves) {
        var steps = new TreeSet<Long>();
        for (Curve curve : curves) {
            Series line = curve.validation();
            for (int i = 0; i < line.size(); i++) {
                steps.add((long) line.step(i));
            }
        }
        return steps;
    }

    private static SortedSet<Long> parts(List<Curve> curves, int count) {
        var steps = new TreeSet<Long>();
        double end = 0;
        for (Curve curve : curves) {
            end = Math.max(end, curve.extent(Horizontal.STEPS));
            Series line = curve.raw();
            if (line.size() > 0) {
                steps.add((long) line.step(line.size() - 1));
            }
        }
        for (int part = 1; part <= count; part++) {
            steps.add(Math.round(end * part / count));
        }
        return steps;
    }
}
