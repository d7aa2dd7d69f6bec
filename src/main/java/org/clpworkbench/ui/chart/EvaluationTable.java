package org.clpworkbench.ui.chart;

import org.clpworkbench.table.Csv;
import org.clpworkbench.ui.common.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The validation losses of all runs at the steps where any was evaluated, as a table.
///
/// @param baseline place of the run that was chosen for the others to be compared to
/// @param against what each run is compared to; empty for a baseline
/// @param several whether that is another baseline for some runs than for others
public record EvaluationTable(
        List<ChartRun> runs,
        Optional<Integer> baseline,
        List<Optional<Against>> against,
        boolean several,
        List<Row> rows) {
    static final EvaluationTable EMPTY =
            new EvaluationTable(List.of(), Optional.empty(), List.of(), false, List.of());

    /// What a run is compared to.
    ///
    /// @param losses the name of whose losses are taken from its
    /// @param tokens the name of whose tokens are those that it may have saved; empty for a mean
    ///   whose seeds have a baseline each
    public record Against(String losses, Optional<String> tokens) {}

    /// @param tokens that the first run had read which was evaluated there
    /// @param losses one for each run; NaN where it was not evaluated
    /// @param differences what each run's loss is above its baseline's; NaN where one of them is
    ///   not known
    /// @param saved for each run the share of its baseline's tokens until there that it did not
    ///   need to reach the baseline's loss there; NaN where that is not known
    public record Row(
            long step,
            long tokens,
            List<Double> losses,
            List<Double> differences,
            List<Double> saved) {}

    static EvaluationTable of(LossChartModel model) {
        var comparison = new Comparison(model);
        List<Curve> curves = comparison.lines();
        var tokens = new TreeMap<Long, Long>();
        for (Curve curve : curves) {
            Series line = curve.validation();
            for (int i = 0; i < line.size(); i++) {
                tokens.putIfAbsent((long) line.step(i), (long) line.tokens(i));
            }
        }
        var rows = new ArrayList<Row>();
        var savings = new Savings(comparison);
        tokens.forEach(
                (step, count) ->
                        rows.add(
                                new Row(
                                        step,
                                        count,
                                        each(curves, curve -> loss(curve, step)),
                                        each(curves, curve -> difference(comparison, curve, step)),
                                        each(curves, curve -> savings.at(curve, step)))));
        return new EvaluationTable(
                each(curves, Curve::run),
                comparison.baseline(),
                each(curves, curve -> against(comparison, curve)),
                comparison.several(),
                List.copyOf(rows));
    }

    private static <T> List<T> each(List<Curve> curves, Function<Curve, T> what) {
        return curves.stream().map(what).toList();
    }

    private static Optional<Against> against(Comparison comparison, Curve curve) {
        Optional<String> tokens =
                comparison
                        .run(curve.members().getFirst())
                        .filter(_ -> curve.runs() == 1 || !comparison.several())
                        .map(run -> run.run().label());
        return comparison.line(curve).map(line -> new Against(line.run().label(), tokens));
    }

    private static double difference(Comparison comparison, Curve curve, long step) {
        return comparison
                .line(curve)
                .map(line -> loss(curve, step) - loss(line, step))
                .orElse(Double.NaN);
    }

    private static double loss(Curve curve, long step) {
        Series line = curve.validation();
        int at = Savings.exactly(line, step);
        return at >= 0 ? line.value(at) : Double.NaN;
    }

    /// What stands above the difference of a run: "linear − random".
    String versus(int run, Against other) {
        return runs.get(run).label() + " − " + other.losses();
    }

    /// "+0.310", "−0.022"; a dash where there is none.
    static String signed(double difference) {
        String words = Numbers.decimal(difference, 3);
        return Math.round(difference * 1000) > 0 ? "+" + words : words;
    }

    /// "−81 %" of the baseline's tokens, "+12 %"; a dash where it is not known.
    static String fewer(double saved) {
        if (Double.isNaN(saved)) {
            return "–";
        }
        String words = Numbers.percent(-saved);
        return saved < 0 ? "+" + words : words;
    }

    /// Some rows with tabs between the columns, to paste into a spreadsheet.
    String asText(List<Row> chosen) {
        return lines(chosen, Csv::pasteLine);
    }

    String asCsv() {
        return lines(rows, Csv::line);
    }

    private String lines(List<Row> chosen, Function<List<String>, String> line) {
        var lines = new StringBuilder();
        var head = new ArrayList<>(List.of("step", "tokens"));
        for (int run = 0; run < runs.size(); run++) {
            head.add(runs.get(run).label());
            if (against.get(run).isPresent()) {
                head.add(versus(run, against.get(run).get()).replace('−', '-'));
                head.add(saved(run, against.get(run).get()));
            }
        }
        lines.append(line.apply(head));
        for (Row row : chosen) {
            var cells = new ArrayList<>(List.of("" + row.step(), "" + row.tokens()));
            for (int run = 0; run < runs.size(); run++) {
                cells.add(figure(row.losses().get(run)));
                if (against.get(run).isPresent()) {
                    cells.add(figure(row.differences().get(run)));
                    cells.add(figure(row.saved().get(run)));
                }
            }
            lines.append(line.apply(cells));
        }
        return lines.toString();
    }

    /// "linear, seed 2: tokens saved against random, seed 2".
    private String saved(int run, Against other) {
        String saved = runs.get(run).label() + ": tokens saved";
        return several
                ? saved + " against " + other.tokens().orElse(other.losses() + ", seed by seed")
                : saved;
    }

    private static String figure(double number) {
        return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.6f", number);
    }
}
