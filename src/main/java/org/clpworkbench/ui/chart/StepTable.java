package org.clpworkbench.ui.chart;

import org.clpworkbench.table.Csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One figure of all runs at some of their steps, as a table. Only its rows are looked up: it takes
/// no longer for runs of a hundred thousand steps.
record StepTable(Figure figure, List<ChartRun> runs, List<Row> rows) {
    /// @param tokens that the first run had read which has the figure there
    /// @param figures one for each run; NaN where it has none at that step
    record Row(long step, long tokens, List<Double> figures) {}

    static StepTable of(LossChartModel model, Figure figure, StepSpacing spacing) {
        List<Curve> curves = model.curves();
        List<Series> lines = curves.stream().map(figure::of).toList();
        var rows = new ArrayList<Row>();
        for (long step : spacing.steps(curves)) {
            add(rows, lines, step);
        }
        return new StepTable(figure, curves.stream().map(Curve::run).toList(), List.copyOf(rows));
    }

    /// No row where no run has the figure.
    private static void add(List<Row> rows, List<Series> lines, long step) {
        long tokens = -1;
        var figures = new ArrayList<Double>();
        for (Series line : lines) {
            int at = Savings.exactly(line, step);
            figures.add(at < 0 ? Double.NaN : line.value(at));
            if (at >= 0 && tokens < 0) {
                tokens = (long) line.tokens(at);
            }
        }
        if (tokens >= 0) {
            rows.add(new Row(step, tokens, List.copyOf(figures)));
        }
    }

    /// Some rows with tabs between the columns, to paste into a spreadsheet.
    String asText(List<Row> chosen) {
        return lines(chosen, Csv::pasteLine);
    }

    String asCsv() {
        return lines(rows, Csv::line);
    }

    private String lines(List<Row> chosen, Function<List<String>, String> line) {
        var head = new ArrayList<>(List.of("step", "tokens"));
        runs.forEach(run -> head.add(run.label()));
        var lines = new StringBuilder(line.apply(head));
        for (Row row : chosen) {
            var cells = new ArrayList<>(List.of("" + row.step(), "" + row.tokens()));
            row.figures().forEach(each -> cells.add(figure.plain(each)));
            lines.append(line.apply(cells));
        }
        return lines.toString();
    }
}
