package org.clpworkbench.race;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What came out of a race: a row for each start, with its best learning rate, over all seeds.
public final class RaceTable {
    /// One run.
    ///
    /// @param start what it started from
    /// @param rate peak learning rate
    public record Runner(String start, double rate, long seed, RunFigures figures) {}

    /// One start.
    ///
    /// @param rate the learning rate whose runs ended with the lowest mean loss
    /// @param tokens that each run was trained on; the fewest where one was stopped early
    /// @param loss mean of the last validation losses in nats per token
    /// @param bitsPerByte mean of the same in bits per UTF-8 byte
    /// @param saved tokens saved against the baseline, as a share of its tokens; null for the
    ///   baseline and where a run did not reach its last loss
    public record Row(
            String start,
            double rate,
            int seeds,
            long tokens,
            double loss,
            double bitsPerByte,
            @Nullable Interval saved) {}

    /// Mean and range over seeds.
    public record Interval(double mean, double least, double most) {}

    private RaceTable() {}

    /// Rows in the order of the first runner of each start.
    ///
    /// @param baseline the start that the others are held against; each run against the baseline's
    ///   of its seed, or the only one
    public static List<Row> of(List<Runner> runners, String baseline) {
        var best = new LinkedHashMap<String, List<Runner>>();
        for (Runner runner : runners) {
            best.computeIfAbsent(runner.start, start -> best(runners, start));
        }
        List<Runner> against = best.getOrDefault(baseline, List.of());
        var rows = new ArrayList<Row>();
        best.forEach(
                (start, runs) ->
                        rows.add(row(start, runs, start.equals(baseline) ? List.of() : against)));
        return List.copyOf(rows);
    }

    /// The runs of a start at the learning rate that suits it best.
    private static List<Runner> best(List<Runner> runners, String start) {
        Map<Double, List<Runner>> byRate =
                runners.stream()
                        .filter(runner -> runner.start.equals(start))
                        .collect(Collectors.groupingBy(Runner::rate));
        return byRate.values().stream()
                .min(Comparator.comparingDouble(RaceTable::meanLoss))
                .orElseThrow();
    }

    private static double meanLoss(List<Runner> runs) {
        return runs.stream()
                .mapToDouble(run -> run.figures.validation())
                .average()
                .orElse(Double.NaN);
    }

    private static Row row(String start, List<Runner> runs, List<Runner> baseline) {
        return new Row(
                start,
                runs.getFirst().rate,
                runs.size(),
                runs.stream().mapToLong(run -> run.figures.tokens()).min().orElse(0),
                meanLoss(runs),
                runs.stream()
                        .mapToDouble(run -> run.figures.bitsPerByte())
                        .average()
                        .orElse(Double.NaN),
                saved(runs, baseline));
    }

    private static @Nullable Interval saved(List<Runner> runs, List<Runner> baseline) {
        var shares = new ArrayList<Double>();
        for (Runner run : runs) {
            OptionalDouble share =
                    baseline.stream()
                            .filter(b -> b.seed == run.seed || baseline.size() == 1)
                            .findFirst()
                            .map(b -> run.figures.saved(b.figures))
                            .orElse(OptionalDouble.empty());
            if (share.isEmpty()) {
                return null;
            }
            shares.add(share.getAsDouble());
        }
        var statistics = shares.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Interval(statistics.getAverage(), statistics.getMin(), statistics.getMax());
    }
}
