package org.clpworkbench.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All runs' figures at one place of the horizontal axis.
///
/// @param step the last step of any run up to that place
/// @param seconds of training, of the slowest line there
public record Readout(long step, long tokens, double seconds, List<Row> rows) {
    /// NaN where a run has no such figure yet.
    public record Row(ChartRun run, boolean baseline, double training, double validation) {}

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
            double training = value(curve.smooth(), x, horizontal);
            double validation = value(curve.validation(), x, horizontal);
            if (!Double.isNaN(training) || !Double.isNaN(validation)) {
                rows.add(new Row(curve.run(), model.isBaseline(curve), training, validation));
            }
        }
        return new Readout((long) step, (long) tokens, seconds, List.copyOf(rows));
    }

    private static double value(Series line, double x, Horizontal horizontal) {
        int at = line.at(x, horizontal);
        return at < 0 ? Double.NaN : line.value(at);
    }

    static String figure(double loss) {
        return Double.isNaN(loss) ? "–" : String.format(Locale.ROOT, "%.3f", loss);
    }

    /// The table with tabs between its columns, to paste into a spreadsheet.
    public String asText() {
        var text =
                new StringBuilder("run\tstep\ttokens\tseconds\ttraining loss\tvalidation loss\n");
        for (Row row : rows) {
            text.append(row.run().label()).append('\t');
            text.append(step).append('\t').append(tokens).append('\t');
            text.append(String.format(Locale.ROOT, "%.1f", seconds)).append('\t');
            text.append(figure(row.training())).append('\t');
            text.append(figure(row.validation())).append('\n');
        }
        return text.toString();
    }
}
