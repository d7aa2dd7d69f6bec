package org.clpworkbench.ui.chart;

import java.util.List;

/// The lines of one run, or of several runs that differ in their seed alone.
public sealed interface Curve permits RunCurve, SeedMean, SeedLine {
    /// What it is called, and its colour.
    ChartRun run();

    /// Training loss of every step.
    Series raw();

    /// The training loss's moving average.
    Series smooth();

    /// The lower edge of the band: of one run the lowest loss of the average's window, of several
    /// the lowest average.
    Series lowest();

    /// The upper edge of the band.
    Series highest();

    Series validation();

    /// Where checkpoints were written; their values are of no meaning, they lie on the average.
    Series checkpoints();

    Series learningRate();

    Series gradientNorm();

    /// Tokens per second.
    Series speed();

    /// How many steps are to be trained in all; 0 while that is not known.
    int plannedSteps();

    /// Whether the run of this id is in it.
    boolean holds(String id);

    /// The runs that it stands for, one by one.
    default List<Curve> members() {
        return List.of(this);
    }

    /// How many runs it stands for.
    default int runs() {
        return 1;
    }

    /// Whether it stands behind a mean that is drawn too.
    default boolean thin() {
        return false;
    }

    /// The line whose end stands for the run: validation where there is one, else training.
    default Series leading() {
        return validation().size() > 0 ? validation() : smooth();
    }

    /// The right end of the axis that it needs.
    default double extent(Horizontal horizontal) {
        Series longest = longest();
        if (longest.size() == 0) {
            return 0;
        }
        int last = longest.size() - 1;
        double steps = longest.step(last);
        double planned = Math.max(plannedSteps(), steps);
        double reached = longest.x(last, horizontal);
        return steps > 0 ? reached * planned / steps : reached;
    }

    /// The first place after 0 of what was trained; 1 while there is none.
    default double first(Horizontal horizontal) {
        Series longest = longest();
        int zeros = Math.max(0, longest.at(0, horizontal) + 1);
        return zeros < longest.size() ? longest.x(zeros, horizontal) : 1;
    }

    private Series longest() {
        return raw().size() > 0 ? raw() : validation();
    }
}
