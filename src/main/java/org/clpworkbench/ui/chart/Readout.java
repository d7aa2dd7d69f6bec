package org.clpworkbench.ui.chart;

import org.clpworkbench.table.Csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All runs' figures at one place of the horizontal axis.
///
/// @param step the last step of any run up to that place
/// @param seconds of training, of the slowest line there
/// @param detailed whether learning rate, gradient norm and speed are asked for too
record Readout(long step, long tokens, double seconds, boolean detailed, List<Row> rows) {
    /// NaN where a run has no such figure yet.
    ///
    /// @param speed in tokens per second
    record Row(
            ChartRun run,
            boolean baseline,
            double training,
            double validation,
            double learningRate,
            double gradientNorm,
            double speed) {
        /// Of the validation text where it has been measured, else of the training.
        double loss() {
            return Double.isNaN(validation) ? training : validation;
        }
    }

    static Readout at(LossChartModel model, double x) {
        Horizontal horizontal = model.horizontal().get();
        var rows = new ArrayList<Row>();
        double step = 0;
        double tokens = 0;
        double seconds = 0;
        for (Curve curve : model.curves()) {
            for (Series line : List.of(curve.smooth(), curve.validation())) {
                int at = line.at(x, horizontal);
                if (at >= 0 && line.step(at) >= step) {
                    step = line.step(at);
                    tokens = Math.max(tokens, line.tokens(at));
                    seconds = Math.max(seconds, line.seconds(at));
                }
            }
            Row row = row(curve, model.isBaseline(curve), x, horizontal);
            if (!Double.isNaN(row.training()) || !Double.isNaN(row.validation())) {
                rows.add(row);
            }
        }
        return new Readout(
                (long) step, (long) tokens, seconds, model.details().get(), List.copyOf(rows));
    }

    private static Row row(Curve curve, boolean baseline, double x, Horizontal horizontal) {
        return new Row(
                curve.run(),
                baseline,
                value(curve.smooth(), x, horizontal),
                value(curve.validation(), x, horizontal),
                value(curve.learningRate(), x, horizontal),
                value(curve.gradientNorm(), x, horizontal),
                value(curve.speed(), x, horizontal));
    }

    private static double value(Series line, double x, Horizontal horizontal) {
        int at = line.at(x, horizontal);
        return at < 0 ? Double.NaN : line.value(at);
    }

    /// So many of the rows at most, in their order.
    ///
    /// @param before which go before others where these are not all
    List<Row> some(int most, Comparator<Row> before) {
        if (most >= rows.size()) {
            return rows;
        }
        Set<Row> first = rows.stream().sorted(before).limit(most).collect(Collectors.toSet());
        return rows.stream().filter(first::contains).toList();
    }

    /// The table with tabs between its columns, to paste into a spreadsheet: in every language with
    /// a point before the decimals.
    String asText() {
        var text = new StringBuilder(Csv.pasteLine(heads()));
        rows.forEach(row -> text.append(Csv.pasteLine(cells(row))));
        return text.toString();
    }

    private List<String> heads() {
        var heads =
                new ArrayList<>(
                        List.of(
                                "run",
                                "step",
                                "tokens",
                                "seconds",
                                "training loss",
                                "validation loss"));
        if (detailed) {
            heads.addAll(List.of("learning rate", "gradient norm", "tokens/s"));
        }
        return heads;
    }

    private List<String> cells(Row row) {
        var cells =
                new ArrayList<>(
                        List.of(
                                row.run().label(),
                                Long.toString(step),
                                Long.toString(tokens),
                                decimal(seconds, 1),
                                decimal(row.training(), 3),
                                decimal(row.validation(), 3)));
        if (detailed) {
            cells.add(figure(row.learningRate(), rate -> String.format(Locale.ROOT, "%.4g", rate)));
            cells.add(decimal(row.gradientNorm(), 3));
            cells.add(decimal(row.speed(), 1));
        }
        return cells;
    }

    private static String decimal(double figure, int digits) {
        return figure(figure, number -> String.format(Locale.ROOT, "%." + digits + "f", number));
    }

    private static String figure(double figure, Function<Double, String> words) {
        return Double.isNaN(figure) ? "–" : words.apply(figure);
    }
}
