package org.clpworkbench.ui.data;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.clpworkbench.data.Fate;
import org.clpworkbench.data.Preview;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The first documents, and what becomes of each.
final class PreviewTable {
    private static final double SCROLL_BAR = 18;

    private final Texts texts = Texts.of(DataView.class);
    private final TableView<Preview.Sample> table;
    private final TableColumn<Preview.Sample, String> language;

    PreviewTable(TableView<Preview.Sample> table, DataViewModel viewModel) {
        this.table = table;
        language = words("column.language", 84, Preview.Sample::language);
        table.getColumns().add(fate());
        table.getColumns().add(words("column.file", 110, file -> name(file.file())));
        table.getColumns().add(number("column.row", 44, Preview.Sample::row));
        table.getColumns().add(language);
        table.getColumns().add(number("column.tokens", 66, Preview.Sample::tokens));
        table.getColumns().add(number("column.characters", 84, Preview.Sample::characters));
        TableColumn<Preview.Sample, String> beginning = beginning();
        table.getColumns().add(beginning);
        takeWhatIsLeft(beginning);
        HeaderWidths.keep(table);
        viewModel.shown().subscribe(this::show);
        table.placeholderProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () -> empty(viewModel),
                                viewModel.previewing().current(),
                                viewModel.chosen().hasHelper()));
    }

    private EmptyState empty(DataViewModel viewModel) {
        if (viewModel.previewing().current().get() != null) {
            return new EmptyState(texts.get("table.reading"));
        }
        return viewModel.chosen().hasHelper().get()
                ? new EmptyState(
                        texts.get("table.none"), texts.get("add.files"), viewModel::addFiles)
                : new EmptyState(
                        texts.get("missing.helper"),
                        texts.get("table.models"),
                        viewModel.chosen()::openModels);
    }

    /// As wide as the table leaves it, at least its least width: then the table scrolls.
    private void takeWhatIsLeft(TableColumn<Preview.Sample, String> column) {
        Runnable fit =
                () -> {
                    double others = SCROLL_BAR;
                    for (TableColumn<?, ?> other : table.getVisibleLeafColumns()) {
                        others += other.equals(column) ? 0 : other.getWidth();
                    }
                    column.setPrefWidth(table.getWidth() - others);
                };
        table.widthProperty().subscribe(fit);
        table.getColumns().forEach(each -> each.widthProperty().subscribe(fit));
        language.visibleProperty().subscribe(fit);
    }

    private static String name(String file) {
        return DataSetWords.fileName(file);
    }

    /// The column of languages stands only where some document says its own.
    private void show(@Nullable Preview preview) {
        List<Preview.Sample> samples = preview == null ? List.of() : preview.samples();
        table.getItems().setAll(samples);
        language.setVisible(samples.stream().anyMatch(sample -> !sample.language().isEmpty()));
    }

    private TableColumn<Preview.Sample, Fate> fate() {
        var column = new TableColumn<Preview.Sample, Fate>(texts.get("column.fate"));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().fate()));
        column.setCellFactory(_ -> new FateCell());
        return sized(column, 144);
    }

    private TableColumn<Preview.Sample, String> words(
            String key, double width, Function<Preview.Sample, String> words) {
        var column = new TableColumn<Preview.Sample, String>(texts.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(words.apply(row.getValue())));
        return sized(column, width);
    }

    private TableColumn<Preview.Sample, Number> number(
            String key, double width, ToLongFunction<Preview.Sample> figure) {
        var column = new TableColumn<Preview.Sample, Number>(texts.get(key));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(figure.applyAsLong(row.getValue())));
        column.setCellFactory(_ -> new NumberCell<>(value -> Numbers.whole(value.longValue())));
        return sized(column, width);
    }

    private TableColumn<Preview.Sample, String> beginning() {
        TableColumn<Preview.Sample, String> column =
                words("column.beginning", 180, Preview.Sample::beginning);
        column.setCellFactory(_ -> new BeginningCell());
        return column;
    }

    private static <T> TableColumn<Preview.Sample, T> sized(
            TableColumn<Preview.Sample, T> column, double width) {
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        return column;
    }

    /// On one line; as it is in the file when the mouse rests on it.
    private static final class BeginningCell extends TableCell<Preview.Sample, String> {
        private static final double WIDTH = 480;

        private final Tooltip whole = new Tooltip();

        BeginningCell() {
            whole.setWrapText(true);
            whole.setMaxWidth(WIDTH);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean none = empty || text == null || text.isEmpty();
            setText(none || text == null ? "" : text.strip().replaceAll("\\s+", " "));
            whole.setText(none || text == null ? "" : text);
            setTooltip(none ? null : whole);
        }
    }
}
