package org.clpworkbench.ui.chart;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An upright line through the chart and a small table of the runs' losses there, of as many as
/// there is room for; where the small charts are shown, of their figures too. A step or time that
/// the runs do not have in common is a column.
final class CrossHair extends Pane {
    private static final double GAP = 8;
    private static final String NONE = "–";

    /// A column of the table.
    private record Column(String title, Function<Readout.Row, String> figure) {}

    private final Texts texts = Texts.of(LossChart.class);
    private final Column step = new Column(texts.get("table.step"), row -> step(row.place()));
    private final Column time = new Column(texts.get("across.TIME"), row -> time(row.place()));
    private final List<Column> losses =
            List.of(
                    new Column(
                            texts.get("readout.training"), row -> FigureWords.loss(row.training())),
                    new Column(
                            texts.get("readout.validation"),
                            row -> FigureWords.loss(row.validation())));
    private final List<Column> details =
            List.of(
                    new Column(
                            texts.get("detail.rate"), row -> FigureWords.rate(row.learningRate())),
                    new Column(
                            texts.get("detail.norm"), row -> FigureWords.norm(row.gradientNorm())),
                    new Column(texts.get("detail.speed"), row -> FigureWords.speed(row.speed())));
    private final Line line = new Line();
    private final Label title = new Label();
    private final GridPane table = new GridPane();
    private final Label copied = new Label();
    private final VBox card = new VBox(title, table, copied);
    private List<Readout.Row> shown = List.of();
    private int left;
    private List<Column> columns = losses;

    CrossHair() {
        setMouseTransparent(true);
        setVisible(false);
        line.getStyleClass().add("cross-hair");
        card.getStyleClass().add("readout");
        table.getStyleClass().add("readout-table");
        title.getStyleClass().add("readout-title");
        copied.getStyleClass().add("readout-copy");
        getChildren().addAll(line, card);
    }

    /// @param before which rows go before others where there is no room for all
    void show(Readout readout, double x, Rectangle2D area, Comparator<Readout.Row> before) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(area.getMinY());
        line.setEndY(area.getMaxY());
        title.setText(title(readout));
        setVisible(!readout.rows().isEmpty());
        List<Column> plain = plain(readout);
        columns =
                readout.detailed()
                        ? Stream.concat(plain.stream(), details.stream()).toList()
                        : plain;
        double room = area.getHeight() - 2 * GAP;
        fit(readout, List.of(columns), room, before);
        if (readout.detailed() && card.getWidth() > getWidth()) {
            fit(readout, List.of(plain, details), room, before);
        }
        boolean right = x + card.getWidth() + 16 <= area.getMaxX();
        card.relocate(right ? x + 12 : Math.max(0, x - card.getWidth() - 12), area.getMinY() + GAP);
    }

    /// What the runs that go on there have in common, and in any case the place on the axis.
    private String title(Readout readout) {
        List<Readout.Place> places = readout.places();
        var parts = new ArrayList<String>();
        common(places, Readout.Place::step)
                .or(() -> here(readout, Horizontal.STEPS).map(Double::longValue))
                .ifPresent(steps -> parts.add(texts.get("readout.step", steps)));
        common(places, Readout.Place::tokens)
                .or(() -> here(readout, Horizontal.TOKENS).map(Double::longValue))
                .ifPresent(tokens -> parts.add(texts.get("readout.tokens", tokens)));
        common(places, CrossHair::time)
                .or(() -> here(readout, Horizontal.TIME).map(CrossHair::time))
                .ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private static Optional<Double> here(Readout readout, Horizontal counted) {
        return Optional.of(readout.x()).filter(_ -> readout.horizontal() == counted);
    }

    private static <T> Optional<T> common(
            List<Readout.Place> places, Function<Readout.Place, T> what) {
        List<T> all = places.stream().map(what).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// The losses, and before them what the runs do not have in common.
    private List<Column> plain(Readout readout) {
        var plain = new ArrayList<Column>();
        if (readout.severalSteps()) {
            plain.add(step);
        }
        if (readout.horizontal() != Horizontal.TIME
                && common(readout.places(), CrossHair::time).isEmpty()) {
            plain.add(time);
        }
        plain.addAll(losses);
        return List.copyOf(plain);
    }

    private String step(Readout.Place place) {
        return place.last() ? texts.get("readout.last", place.step()) : Numbers.whole(place.step());
    }

    private static String time(Readout.Place place) {
        return time(place.seconds());
    }

    private static String time(double seconds) {
        return Numbers.duration(Duration.ofMillis((long) (seconds * 1000)));
    }

    /// What stands there, to be read aloud.
    String words() {
        var words = new ArrayList<>(List.of(title.getText()));
        shown.forEach(row -> words.add(words(row)));
        if (left > 0) {
            words.add(copied.getText());
        }
        return String.join("; ", words);
    }

    private String words(Readout.Row row) {
        String name = row.run().label();
        String figures =
                columns.stream()
                        .filter(column -> !column.figure().apply(row).equals(NONE))
                        .map(column -> column.title() + " " + column.figure().apply(row))
                        .collect(Collectors.joining(", "));
        return texts.get(
                "readout.row",
                row.baseline() ? texts.get("readout.baseline", name) : name,
                figures);
    }

    /// Fills the table with as many rows as there is room for.
    ///
    /// @param blocks columns that stand side by side, one block below the other
    private void fit(
            Readout readout,
            List<List<Column>> blocks,
            double room,
            Comparator<Readout.Row> before) {
        // a row is higher than its letters: no more of them need be tried
        int tried = (int) Math.max(1, room / (title.getFont().getSize() * blocks.size()));
        int rows = Math.min(readout.rows().size(), tried);
        fill(readout, blocks, readout.some(rows, before));
        while (rows > 1 && card.getHeight() > room) {
            double height = (table.prefHeight(-1) + table.getVgap()) / table.getRowCount();
            double over = (card.getHeight() - room) / (height * blocks.size());
            rows = Math.max(1, rows - (int) Math.max(1, Math.ceil(over)));
            fill(readout, blocks, readout.some(rows, before));
        }
    }

    private void fill(Readout readout, List<List<Column>> blocks, List<Readout.Row> rows) {
        shown = rows;
        left = readout.rows().size() - rows.size();
        copied.setText(left > 0 ? texts.get("readout.more", left) : texts.get("readout.copy"));
        table.getChildren().clear();
        for (List<Column> block : blocks) {
            table.add(new Label(), 0, table.getRowCount());
            add(block.stream().map(Column::title).toList(), "readout-head");
            for (Readout.Row row : rows) {
                var swatch = new RunSwatch(row.run().colour(), row.baseline());
                table.add(new Label(row.run().label(), swatch), 0, table.getRowCount());
                add(block.stream().map(c -> c.figure().apply(row)).toList(), "readout-number");
            }
        }
        applyCss();
        card.autosize();
    }

    /// Adds cells to the last row.
    private void add(List<String> cells, String style) {
        int row = table.getRowCount() - 1;
        for (int column = 0; column < cells.size(); column++) {
            var cell = new Label(cells.get(column));
            cell.getStyleClass().add(style);
            GridPane.setHalignment(cell, HPos.RIGHT);
            table.add(cell, 1 + column, row);
        }
    }
}
