package org.clpworkbench.ui.runs;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.settings.TableChoices.Column;
import org.clpworkbench.ui.common.HeaderHints;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Repeated;
import org.clpworkbench.ui.runs.RunEntry.Unreadable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The columns of the table of runs.
final class RunsTable {
    /// Room for the range of several seeds, in pixels.
    private static final double RANGE = 90;

    private static final String NONE = "–";
    private static final String ID = "column-";

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
        TableColumn<RunEntry, String> names =
                column("name", 160, this::name, this::name, RunEntry::id);
        names.setCellFactory(_ -> new NameCell(viewModel.groups(), group -> toggle(table, group)));
        columns.add(names);
        columns.add(column("tags", 100, run -> run.notes().tagLine(), RunsTable::tags, _ -> ""));
        columns.add(
                column("state", 92, this::state, this::state, _ -> texts.get("state.unreadable")));
        columns.add(ordered("step", 84, this::steps, seeds -> steps(last(seeds))));
        columns.add(figure("validation", 116, run -> run.figures().validation(), RunsTable::loss));
        columns.add(figure("bits", 94, run -> run.figures().bitsPerByte(), RunsTable::loss));
        columns.add(
                figure("saved", 96, run -> viewModel.saved(run).orElse(Double.NaN), this::saved));
        columns.add(figure("loss", 92, Readable::averageLoss, RunsTable::loss));
        columns.add(rate());
        columns.add(ordered("started", 104, this::started, seeds -> started(first(seeds))));
        columns.add(
                column(
                        "method",
                        96,
                        RunsViewModel::method,
                        seeds -> RunsViewModel.method(first(seeds)),
                        _ -> ""));
        columns.add(ordered("seed", 72, RunsTable::seed, RunsTable::seed));
        columns.add(column("model", 220, RunsTable::model, seeds -> model(first(seeds)), _ -> ""));
    }

    /// Sorts a table by what it was sorted by before, and tells what it is sorted by since.
    static void keepOrder(TableView<RunEntry> table, ObjectProperty<List<Column>> order) {
        for (Column wanted : order.get()) {
            table.getColumns().stream()
                    .filter(column -> column.getId().equals(ID + wanted.name()))
                    .forEach(
                            column -> {
                                column.setSortType(
                                        wanted.descending()
                                                ? SortType.DESCENDING
                                                : SortType.ASCENDING);
                                table.getSortOrder().add(column);
                            });
        }
        var columns = table.getSortOrder();
        table.setOnSort(_ -> order.set(columns.stream().map(RunsTable::kept).toList()));
    }

    private static Column kept(TableColumn<RunEntry, ?> column) {
        return new Column(
                column.getId().substring(ID.length()), column.getSortType() == SortType.DESCENDING);
    }

    /// What a row holds may be as before and its look another.
    void toggle(TableView<RunEntry> table, Repeated group) {
        viewModel.groups().toggle(group);
        table.refresh();
    }

    private static Readable first(Repeated seeds) {
        return seeds.runs().getFirst();
    }

    /// The one that has come least far.
    private static Readable last(Repeated seeds) {
        return seeds.runs().stream()
                .reduce((one, other) -> other.figures().step() < one.figures().step() ? other : one)
                .orElseThrow();
    }

    private String name(Readable run) {
        String seed = Long.toString(run.run().spec().seed());
        return marked(
                run,
                viewModel.groups().isMember(run)
                        ? texts.get("name.member", seed)
                        : run.run().spec().name());
    }

    private String name(Repeated seeds) {
        String name = first(seeds).run().spec().name();
        return marked(seeds, texts.get("name.seeds", name, seeds.seeds()));
    }

    private String marked(RunEntry entry, String name) {
        return viewModel.isBaseline(entry) ? texts.get("name.baseline", name) : name;
    }

    private static String tags(Repeated seeds) {
        return seeds.runs().stream()
                .flatMap(run -> run.notes().tags().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String state(Readable run) {
        return texts.get("state." + run.figures().state());
    }

    private String state(Repeated seeds) {
        List<String> states = seeds.runs().stream().map(this::state).distinct().toList();
        long done = seeds.runs().stream().filter(Readable::done).count();
        return states.size() == 1
                ? states.getFirst()
                : texts.get("state.several", done, seeds.runs().size());
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

    private static Ordered seed(Repeated all) {
        long[] seeds =
                all.runs().stream()
                        .mapToLong(run -> run.run().spec().seed())
                        .sorted()
                        .distinct()
                        .toArray();
        String words =
                Arrays.stream(seeds).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return new Ordered(seeds[0], words);
    }

    private static String model(Readable run) {
        return ModelName.of(run.run().spec().model());
    }

    private static String loss(double value) {
        return Numbers.decimal(value, 3);
    }

    private String saved(double share) {
        return texts.get(share < 0 ? "saved.more" : "saved.less", Numbers.percent(Math.abs(share)));
    }

    /// Words that are sorted by what they mean, not by their letters.
    private record Ordered(double place, String words) implements Comparable<Ordered> {
        private static final Ordered UNKNOWN = new Ordered(Double.NaN, NONE);

        @Override
        public int compareTo(Ordered other) {
            return Double.compare(place, other.place);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private TableColumn<RunEntry, Ordered> ordered(
            String key,
            double width,
            Function<Readable, Ordered> value,
            Function<Repeated, Ordered> together) {
        return column(key, width, value, together, _ -> new Ordered(Double.NEGATIVE_INFINITY, ""));
    }

    private <T> TableColumn<RunEntry, T> column(
            String key,
            double width,
            Function<Readable, T> value,
            Function<Repeated, T> together,
            Function<Unreadable, T> otherwise) {
        var column = new TableColumn<RunEntry, T>(texts.get("column." + key));
        column.setId(ID + key);
        column.setPrefWidth(width);
        String hint = "column." + key + ".hint";
        if (texts.bundle().containsKey(hint)) {
            HeaderHints.on(column, texts.get(hint));
        }
        column.setCellValueFactory(
                row ->
                        new SimpleObjectProperty<>(
                                switch (row.getValue()) {
                                    case Readable run -> value.apply(run);
                                    case Repeated seeds -> together.apply(seeds);
                                    case Unreadable broken -> otherwise.apply(broken);
                                }));
        return column;
    }

    private TableColumn<RunEntry, Ordered> rate() {
        TableColumn<RunEntry, Ordered> column =
                column(
                        "rate",
                        76,
                        run -> rate(run.figures().tokensPerSecond()),
                        _ -> Ordered.UNKNOWN,
                        _ -> Ordered.UNKNOWN);
        rightAligned(column);
        return column;
    }

    private static Ordered rate(double value) {
        return Double.isNaN(value)
                ? Ordered.UNKNOWN
                : new Ordered(value, Numbers.whole(Math.round(value)));
    }

    /// A figure of a run; of several seeds its mean and range, once all have come to the same step.
    private TableColumn<RunEntry, Ordered> figure(
            String key,
            double width,
            ToDoubleFunction<Readable> figure,
            DoubleFunction<String> words) {
        TableColumn<RunEntry, Ordered> column =
                column(
                        key,
                        width,
                        run -> figure(figure.applyAsDouble(run), words),
                        seeds ->
                                seeds.figure(figure)
                                        .map(all -> range(all, words))
                                        .orElse(Ordered.UNKNOWN),
                        _ -> Ordered.UNKNOWN);
        rightAligned(column);
        viewModel
                .seedsTogether()
                .subscribe(
                        together -> HeaderWidths.prefer(column, together ? width + RANGE : width));
        return column;
    }

    private static Ordered figure(double value, DoubleFunction<String> words) {
        return Double.isNaN(value) ? Ordered.UNKNOWN : new Ordered(value, words.apply(value));
    }

    private Ordered range(DoubleSummaryStatistics all, DoubleFunction<String> words) {
        double mean = all.getAverage();
        return Double.isNaN(mean)
                ? Ordered.UNKNOWN
                : new Ordered(
                        mean,
                        texts.get(
                                "range",
                                words.apply(mean),
                                words.apply(all.getMin()),
                                words.apply(all.getMax())));
    }

    private static void rightAligned(TableColumn<RunEntry, Ordered> column) {
        column.getStyleClass().add("number-column");
        column.setCellFactory(_ -> new FigureCell<>());
    }
}
