package org.clpworkbench.ui.chart;

import org.clpworkbench.run.Baselines;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the lines of a chart are held against: a run against the baseline with its seed, a line
/// among means against the line that the baseline is part of.
final class Comparison {
    /// One run, by its line.
    private record Single(Curve line) implements Baselines.Seeded {
        @Override
        public String id() {
            return line.run().id();
        }

        @Override
        public long seed() {
            return line.run().group().seed();
        }

        @Override
        public String settings() {
            return line.run().group().key();
        }

        @Override
        public boolean evaluated() {
            return line.validation().size() > 0;
        }
    }

    private final List<Curve> lines;
    private final Optional<Integer> baseline;
    private final boolean means;
    private final Baselines<Single> baselines;

    Comparison(LossChartModel model) {
        lines = model.curves();
        baseline =
                IntStream.range(0, lines.size())
                        .boxed()
                        .filter(line -> model.isBaseline(lines.get(line)))
                        .findFirst();
        means = model.seedsTogether().get();
        List<Single> runs = model.runs().stream().map(Single::new).toList();
        Optional<Single> chosen =
                runs.stream().filter(run -> model.isBaseline(run.line())).findFirst();
        baselines = new Baselines<>(runs, chosen);
    }

    /// What is drawn.
    List<Curve> lines() {
        return lines;
    }

    /// Place of the baseline's line: of a mean that is open, not of one of the runs behind it.
    Optional<Integer> baseline() {
        return baseline;
    }

    /// Whether runs are held against different ones.
    boolean several() {
        return baselines.several();
    }

    /// The line that this one is held against; empty for the baseline itself.
    Optional<Curve> line(Curve line) {
        return means && !line.thin()
                ? baseline.map(lines::get).filter(other -> isOther(other, line))
                : run(line);
    }

    /// The run that a single one is held against; empty for the baseline itself.
    Optional<Curve> run(Curve single) {
        return baselines
                .against(new Single(single))
                .map(Single::line)
                .filter(other -> isOther(other, single));
    }

    private static boolean isOther(Curve one, Curve other) {
        return !one.run().id().equals(other.run().id());
    }
}
