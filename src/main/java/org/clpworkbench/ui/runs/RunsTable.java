package org.clpworkbench.ui.runs;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
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
        columns.add(words("name", 140, this::name, RunEntry::id));
        columns.add(words("tags", 100, run -> run.notes().tagLine(), _ -> ""));
        columns.add(words("state", 92, this::state, entry -> texts.get("state.unreadable")));
        columns.add(words("step", 84, this::steps, _ -> ""));
        columns.add(figure("validation", 116, run -> run.figures().validation(), RunsTable::loss));
        columns.add(figure("bits", 94, run -> run.figures().bitsPerByte(), RunsTable::loss));
        columns.add(
                figure("saved", 96, run -> viewModel.saved(run).orElse(Double.NaN), this::saved));
        columns.add(figure("loss", 92, run -> run.figures().loss(), RunsTable::loss));
        columns.add(figure("rate", 76, run -> run.figures().tokensPerSecond(), RunsTable::rate));
        columns.add(words("started", 104, this::started, _ -> ""));
        columns.add(words("method", 96, RunsViewModel::method, _ -> ""));
        columns.add(words("model", 220, RunsTable::model, _ -> ""));
    }

    private String name(Readable run) {
        String name = run.run().spec().name();
        return viewModel.isBaseline(run) ? texts.get("name.baseline", name) : name;
    }

    private String state(Readable run) {
        return texts.get("state." + run.figures().state());
    }

    private String steps(Readable run) {
        return texts.get("steps", run.figures().step(), run.figures().steps());
    }

    private String started(Readable run) {
        try {
            return time.format(Instant.parse(run.run().provenance().created()));
        } catch (DateTimeParseException otherwise) {
            return run.run().provenance().created();
        }
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

    private TableColumn<RunEntry, String> words(
            String key,
            double width,
            Function<Readable, String> words,
            Function<Unreadable, String> otherwise) {
        var column = new TableColumn<RunEntry, String>(texts.get("column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row ->
                        new SimpleStringProperty(
                                switch (row.getValue()) {
                                    case Readable run -> words.apply(run);
                                    case Unreadable broken -> otherwise.apply(broken);
                                }));
        return column;
    }

    private TableColumn<RunEntry, Number> figure(
            String key,
            double width,
            ToDoubleFunction<Readable> figure,
            Function<Number, String> words) {
        var column = new TableColumn<RunEntry, Number>(texts.get("column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row ->
                        new SimpleObjectProperty<>(
                                switch (row.getValue()) {
                                    case Readable run -> figure.applyAsDouble(run);
                                    case Unreadable _ -> Double.NaN;
                                }));
        column.setCellFactory(
                _ -> new NumberCell<>(value -> figureWords(value.doubleValue(), words)));
        return column;
    }

    private static String figureWords(double value, Function<Number, String> words) {
        return Double.isNaN(value) ? "–" : words.apply(value);
    }
}
