package org.clpworkbench.ui.runs;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Unreadable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The columns of the table of runs.
final class RunsTable {
    private final Texts texts = Texts.of(RunsView.class);
    private final RunsViewModel viewModel;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Texts.language())
                    .withZone(ZoneId.systemDefault());

    RunsTable(RunsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    void fill(TableView<RunEntry> table) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var columns = table.getColumns();
        columns.add(column("name", 140, this::name, RunEntry::id));
        columns.add(column("tags", 100, run -> run.notes().tagLine(), _ -> ""));
        columns.add(column("state", 92, this::state, entry -> texts.get("state.unreadable")));
        columns.add(ordered("step", 84, this::steps));
        columns.add(figure("validation", 116, run -> run.figures().validation(), RunsTable::loss));
        columns.add(figure("bits", 94, run -> run.figures().bitsPerByte(), RunsTable::loss));
        columns.add(
                figure("saved", 96, run -> viewModel.saved(run).orElse(Double.NaN), this::saved));
        columns.add(figure("loss", 92, run -> run.figures().loss(), RunsTable::loss));
        columns.add(figure("rate", 76, run -> run.figures().tokensPerSecond(), RunsTable::rate));
        columns.add(ordered("started", 104, this::started));
        columns.add(column("method", 96, RunsViewModel::method, _ -> ""));
        columns.add(ordered("seed", 72, RunsTable::seed));
        columns.add(column("model", 220, RunsTable::model, _ -> ""));
    }

    private String name(Readable run) {
        String name = run.run().spec().name();
        return viewModel.isBaseline(run) ? texts.get("name.baseline", name) : name;
    }

    private String state(Readable run) {
        return texts.get("state." + run.figures().state());
    }

    private Ordered steps(Readable run) {
        int step = run.figures().step();
        return new Ordered(step, texts.get("steps", step, run.figures().steps()));
    }

    private Ordered started(Readable run) {
        String created = run.run().provenance().created();
        try {
            Instant instant = Instant.parse(created);
            return new Ordered(instant.toEpochMilli(), time.format(instant));
        } catch (DateTimeParseException otherwise) {
            return new Ordered(0, created);
        }
    }

    private static Ordered seed(Readable run) {
        long seed = run.run().spec().seed();
        return new Ordered(seed, Long.toString(seed));
    }

    private static String model(Readable run) {
        return ModelName.of(run.run().spec().model());
    }

    private static String loss(Number value) {
        return Numbers.decimal(value.doubleValue(), 3);
    }

    private static String rate(Number value) {
        return Double.isNaN(value.doubleValue())
                ? "–"
                : Numbers.whole(Math.round(value.doubleValue()));
    }

    private String saved(Number share) {
        double value = share.doubleValue();
        if (Double.isNaN(value)) {
            return "–";
        }
        return texts.get(value < 0 ? "saved.more" : "saved.less", Numbers.percent(Math.abs(value)));
    }

    /// Words that are sorted by what they mean, not by their letters.
    private record Ordered(long place, String words) implements Comparable<Ordered> {
        @Override
        public int compareTo(Ordered other) {
            return Long.compare(place, other.place);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private TableColumn<RunEntry, Ordered> ordered(
            String key, double width, Function<Readable, Ordered> value) {
        return column(key, width, value, _ -> new Ordered(Long.MIN_VALUE, ""));
    }

    private <T> TableColumn<RunEntry, T> column(
            String key,
            double width,
            Function<Readable, T> value,
            Function<Unreadable, T> otherwise) {
        var column = new TableColumn<RunEntry, T>(texts.get("column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row ->
                        new SimpleObjectProperty<>(
                                switch (row.getValue()) {
                                    case Readable run -> value.apply(run);
                                    case Unreadable broken -> otherwise.apply(broken);
                                }));
        return column;
    }

    private TableColumn<RunEntry, Number> figure(
            String key,
            double width,
            ToDoubleFunction<Readable> figure,
            Function<Number, String> words) {
        TableColumn<RunEntry, Number> column =
                column(key, width, figure::applyAsDouble, _ -> Double.NaN);
        column.getStyleClass().add("number-column");
        column.setCellFactory(
                _ -> new NumberCell<>(value -> figureWords(value.doubleValue(), words)));
        return column;
    }

    private static String figureWords(double value, Function<Number, String> words) {
        return Double.isNaN(value) ? "–" : words.apply(value);
    }
}
