package org.clpworkbench.ui.transfer;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;

/// The table of compared methods, with what their losses are held against below it.
final class ComparisonPane extends VBox {
    private final Texts texts = Texts.of(TransferView.class);
    private final ComparisonViewModel viewModel;
    private final TableView<ComparedMethod> table = new TableView<>();

    private final Consumer<ComparedMethod> choose;
    private final Runnable start;

    /// @param choose is told the method that a person wants to use
    /// @param start compares the methods
    ComparisonPane(ComparisonViewModel viewModel, Consumer<ComparedMethod> choose, Runnable start) {
        this.viewModel = viewModel;
        this.choose = choose;
        this.start = start;
        setId("comparison");
        getStyleClass().add("comparison");
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        var problem = new ProblemBar();
        problem.setSentenceId("comparisonProblem");
        problem.tell(viewModel.problem());
        var references = wrapped("text-muted");
        references.setId("references");
        references
                .textProperty()
                .bind(Bindings.createStringBinding(viewModel::references, viewModel.entropy()));
        getChildren()
                .addAll(
                        new WorkingBar(viewModel.comparing(), viewModel::again),
                        problem,
                        table,
                        references,
                        foot());
    }

    private HBox foot() {
        var note = wrapped("text-muted");
        note.textProperty().bind(viewModel.note());
        var export = new Button(texts.get("compare.csv"));
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(_ -> viewModel.export());
        export.disableProperty().bind(Bindings.isEmpty(viewModel.rows()));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var foot = new HBox(note, between, export, use());
        foot.getStyleClass().add("row");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private Button use() {
        var selected = table.getSelectionModel().selectedItemProperty();
        var use = new Button();
        use.setId("use");
        use.setMinWidth(USE_PREF_SIZE);
        use.textProperty()
                .bind(Bindings.createStringBinding(() -> useWords(selected.get()), selected));
        use.disableProperty().bind(selected.isNull());
        use.setOnAction(_ -> useSelected());
        return use;
    }

    private String useWords(@Nullable ComparedMethod row) {
        return row == null ? texts.get("compare.use.none") : texts.get("compare.use", row.method());
    }

    private void useSelected() {
        ComparedMethod row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            choose.accept(row);
        }
    }

    private static Label wrapped(String styleClass) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private void fillTable() {
        HeaderWidths.keep(table);
        table.setId("compared");
        table.setAccessibleText(texts.get("compare.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setMinHeight(0);
        table.getStyleClass().add("dense");
        table.setOnKeyPressed(
                pressed -> {
                    if (pressed.getCode() == KeyCode.ENTER) {
                        useSelected();
                    }
                });
        viewModel.comparing().current().subscribe(_ -> showEmpty());
        viewModel.paired().subscribe(_ -> showEmpty());
        viewModel.measurable().subscribe(_ -> showEmpty());
        var name = new TableColumn<ComparedMethod, String>(texts.get("compare.method"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().method()));
        width(name, 100);
        table.getColumns().add(name);
        TableColumn<ComparedMethod, Number> loss = add("loss", ComparedMethod::loss, 3);
        width(loss, 92);
        loss.setCellFactory(_ -> new BestLossCell(viewModel));
        add("bits", ComparedMethod::bitsPerByte, 3);
        width(add("agreement", ComparedMethod::agreement, Numbers::percent), 110);
        add("collapse", ComparedMethod::collapse, 2);
        width(add("directions", ComparedMethod::rank, 1), 110);
        add("largest", ComparedMethod::largestNormRatio, 1);
        add("seconds", ComparedMethod::seconds, 1);
        SortMenu.on(table);
        var sorted = new SortedList<>(viewModel.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        // a new row may take the mark from another
        InvalidationListener marked = _ -> table.refresh();
        viewModel.rows().addListener(marked);
    }

    private void showEmpty() {
        table.setPlaceholder(empty());
    }

    /// Says what is lacking, and leads to it.
    private EmptyState empty() {
        if (viewModel.comparing().current().get() != null) {
            return new EmptyState(texts.get("compare.waiting"));
        }
        if (!viewModel.paired().get()) {
            return new EmptyState(
                    texts.get("missing.pair"),
                    texts.get("models"),
                    () -> viewModel.open(ScreenName.MODELS));
        }
        return viewModel.measurable().get()
                ? new EmptyState(texts.get("compare.none"), texts.get("compare"), start)
                : new EmptyState(
                        texts.get("missing.validation"),
                        texts.get("coverage.choose"),
                        () -> viewModel.open(ScreenName.DATA));
    }

    private static void width(TableColumn<ComparedMethod, ?> column, double least) {
        column.setMinWidth(least);
        column.setPrefWidth(least);
    }

    private TableColumn<ComparedMethod, Number> add(
            String key, Function<ComparedMethod, @Nullable Number> figure, int digits) {
        return add(key, figure, value -> Numbers.decimal(value, digits));
    }

    private TableColumn<ComparedMethod, Number> add(
            String key,
            Function<ComparedMethod, @Nullable Number> figure,
            Function<Double, String> words) {
        var column = new TableColumn<ComparedMethod, Number>();
        var head = new Label(texts.get("compare." + key));
        head.setTooltip(new Tooltip(texts.get("compare." + key + ".meaning")));
        column.setGraphic(head);
        column.getStyleClass().add("number-column");
        width(column, 82);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(figure.apply(row.getValue())));
        column.setCellFactory(_ -> new NumberCell<>(value -> words.apply(value.doubleValue())));
        table.getColumns().add(column);
        return column;
    }
}
