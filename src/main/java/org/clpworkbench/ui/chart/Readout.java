package org.clpworkbench.ui.chart;

import org.clpworkbench.table.Csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All runs' figures at one place of the horizontal axis, each at its own last point up to there.
///
/// @param x the place
/// @param detailed whether learning rate, gradient norm and speed are asked for too
record Readout(Horizontal horizontal, double x, boolean detailed, List<Row> rows) {
    /// Where a run's own point lies.
    ///
    /// @param seconds of training
    /// @param last whether the run goes no further, and the place asked for lies beyond
    record Place(long step, long tokens, double seconds, boolean last) {}

    /// NaN where a run has no such figure yet.
    ///
    /// @param measured the step of the validation loss
    /// @param speed in tokens per second
    record Row(
            ChartRun run,
            boolean baseline,
            Place place,
            double training,
            double validation,
            double measured,
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
        for (Curve curve : model.curves()) {
            if (further(curve, x, horizontal).at(x, horizontal) >= 0) {
                rows.add(row(curve, model.isBaseline(curve), x, horizontal));
            }
        }
        return new Readout(horizontal, x, model.details().get(), List.copyOf(rows));
    }

    private static Row row(Curve curve, boolean baseline, double x, Horizontal horizontal) {
        Series evaluations = curve.validation();
        int evaluated = evaluations.at(x, horizontal);
        return new Row(
                curve.run(),
                baseline,
                place(curve, x, horizontal),
                value(curve.smooth(), x, horizontal),
                value(evaluations, x, horizontal),
                evaluated < 0 ? Double.NaN : evaluations.step(evaluated),
                value(curve.learningRate(), x, horizontal),
                value(curve.gradientNorm(), x, horizontal),
                value(curve.speed(), x, horizontal));
    }

    private static Place place(Curve curve, double x, Horizontal horizontal) {
        Series line = further(curve, x, horizontal);
        int at = line.at(x, horizontal);
        return new Place(
                (long) line.step(at),
                (long) line.tokens(at),
                line.seconds(at),
                ended(curve, x, horizontal));
    }

    /// Of trained and evaluated steps those that come nearer to the place.
    private static Series further(Curve curve, double x, Horizontal horizontal) {
        int trained = curve.smooth().at(x, horizontal);
        int evaluated = curve.validation().at(x, horizontal);
        return trained < 0
                        || (evaluated >= 0
                                && curve.validation().step(evaluated)
                                        > curve.smooth().step(trained))
                ? curve.validation()
                : curve.smooth();
    }

    /// Whether the run's next step, if it did one, would lie before the place too.
    private static boolean ended(Curve curve, double x, Horizontal horizontal) {
        Series line = further(curve, Double.MAX_VALUE, horizontal);
        double beyond = x - line.x(line.at(Double.MAX_VALUE, horizontal), horizontal);
        return beyond > 0 && beyond >= stride(curve.smooth(), horizontal);
    }

    private static double stride(Series line, Horizontal horizontal) {
        int end = line.at(Double.MAX_VALUE, horizontal);
        return end < 1 ? 0 : line.x(end, horizontal) - line.x(end - 1, horizontal);
    }

    private static double value(Series line, double x, Horizontal horizontal) {
        int at = line.at(x, horizontal);
        return at < 0 ? Double.NaN : line.value(at);
    }

    /// Where the runs are that go on there; where none does, all.
    List<Place> places() {
        List<Place> going = rows.stream().map(Row::place).filter(place -> !place.last()).toList();
        return going.isEmpty() ? rows.stream().map(Row::place).toList() : going;
    }

    /// Whether some run's step is not that of all others, or its last.
    boolean severalSteps() {
        return rows.stream().map(row -> row.place().step()).distinct().count() > 1
                || rows.stream().anyMatch(row -> row.place().last());
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
        heads.add("validation step");
        return heads;
    }

    private List<String> cells(Row row) {
        var cells =
                new ArrayList<>(
                        List.of(
                                row.run().label(),
                                Long.toString(row.place().step()),
                                Long.toString(row.place().tokens()),
                                decimal(row.place().seconds(), 1),
                                decimal(row.training(), 3),
                                decimal(row.validation(), 3)));
        if (detailed) {
            cells.add(figure(row.learningRate(), rate -> String.format(Locale.ROOT, "%.4g", rate)));
            cells.add(decimal(row.gradientNorm(), 3));
            cells.add(decimal(row.speed(), 1));
        }
        cells.add(decimal(row.measured(), 0));
        return cells;
    }

    private static String decimal(double figure, int digits) {
        return figure(figure, number -> String.format(Locale.ROOT, "%." + digits + "f", number));
    }

    private static String figure(double figure, Function<Double, String> words) {
        return Double.isNaN(figure) ? "–" : words.apply(figure);
    }
}
