package org.clpworkbench.ui.chart;

import org.clpworkbench.table.Csv;
import org.clpworkbench.ui.common.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The validation losses of all runs at the steps where any was evaluated, as a table.
///
/// @param baseline place of the run that the others are compared to
public record EvaluationTable(List<ChartRun> runs, Optional<Integer> baseline, List<Row> rows) {
    /// @param tokens that the first run had read which was evaluated there
    /// @param losses one for each run; NaN where it was not evaluated
    /// @param saved for each run the share of the baseline's tokens until there that it did not
    ///   need to reach the baseline's loss there; NaN where that is not known
    public record Row(long step, long tokens, List<Double> losses, List<Double> saved) {}

    static EvaluationTable of(LossChartModel model) {
        List<Curve> curves = model.curves();
        var tokens = new TreeMap<Long, Long>();
        for (Curve curve : curves) {
            Series line = curve.validation();
            for (int i = 0; i < line.size(); i++) {
                tokens.putIfAbsent((long) line.step(i), (long) line.tokens(i));
            }
        }
        Optional<Integer> baseline = baseline(model, curves);
        var rows = new ArrayList<Row>();
        var savings = new Savings(curves, baseline);
        tokens.forEach(
                (step, count) -> {
                    List<Double> losses = curves.stream().map(curve -> loss(curve, step)).toList();
                    rows.add(new Row(step, count, losses, savings.at(step)));
                });
        List<ChartRun> runs = curves.stream().map(Curve::run).toList();
        return new EvaluationTable(runs, baseline, List.copyOf(rows));
    }

    /// The first: of a mean that is open, not one of the runs behind it.
    private static Optional<Integer> baseline(LossChartModel model, List<Curve> curves) {
        return IntStream.range(0, curves.size())
                .boxed()
                .filter(run -> model.isBaseline(curves.get(run)))
                .findFirst();
    }

    private static double loss(Curve curve, long step) {
        Series line = curve.validation();
        int at = Savings.exactly(line, step);
        return at >= 0 ? line.value(at) : Double.NaN;
    }

    /// What a run's loss is above the baseline's; NaN where one of them is not known.
    double difference(Row row, int run) {
        return baseline.isEmpty()
                ? Double.NaN
                : row.losses().get(run) - row.losses().get(baseline.get());
    }

    boolean compares(int run) {
        return baseline.isPresent() && baseline.get() != run;
    }

    /// What stands above the difference of a run: "linear − random".
    String versus(int run) {
        return runs.get(run).label() + " − " + runs.get(baseline.orElse(run)).label();
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
            if (compares(run)) {
                head.add(versus(run).replace('−', '-'));
                head.add(runs.get(run).label() + ": tokens saved");
            }
        }
        lines.append(line.apply(head));
        for (Row row : chosen) {
            var cells = new ArrayList<>(List.of("" + row.step(), "" + row.tokens()));
            for (int run = 0; run < runs.size(); run++) {
                cells.add(figure(row.losses().get(run)));
                if (compares(run)) {
                    cells.add(figure(difference(row, run)));
                    cells.add(figure(row.saved().get(run)));
                }
            }
            lines.append(line.apply(cells));
        }
        return lines.toString();
    }

    private static String figure(double number) {
        return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%.6f", number);
    }
}
