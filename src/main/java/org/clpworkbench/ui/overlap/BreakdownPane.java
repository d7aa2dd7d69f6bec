package org.clpworkbench.ui.overlap;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.overlap.ShareCell.Share;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.VocabularyBreakdown.Part;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// The overlap in parts, as a table whose rows are bars: by matching rule, or by groups of tokens,
/// which are shown in the token table when they are selected.
final class BreakdownPane extends VBox {
    private static final double ROOM_FOR_COLUMNS = 620;
    private static final double ROOM_FOR_ROWS = 205;
    private static final double FIGURE_WIDTH = 38;

    private final Texts texts = Texts.of(OverlapView.class);
    private final OverlapViewModel viewModel;
    private final ComboBox<Optional<Grouping>> by = new ComboBox<>();
    private final TableView<Part> table = new TableView<>();
    private final Label hint = new Label();
    private final TableColumn<Part, Share> inText;
    private final TableColumn<Part, Share> anchorsInText;

    BreakdownPane(OverlapViewModel viewModel) {
        this.viewModel = viewModel;
        inText = share("groups.text", this::inText, "special");
        anchorsInText = share("groups.text.anchors", BreakdownPane::anchorsInText, "anchor");
        getStyleClass().add("overlap-page");
        chooseGrouping();
        fillTable();
        var export = new Button(texts.get("groups.export"));
        export.setId("exportGroups");
        export.getStyleClass().add("small");
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(_ -> viewModel.exportGroups());
        export.disableProperty().bind(viewModel.tokens().isNull());
        var label = new Label(texts.get("groups.by"));
        label.getStyleClass().add("text-muted");
        var head = new FlowPane(label, by, export);
        head.getStyleClass().add("named-choice");
        head.setRowValignment(VPos.BASELINE);
        head.setPrefWrapLength(0); // what room there is
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, table, hint);
        viewModel.tokens().subscribe(this::show);
        viewModel.grouping().subscribe(this::show);
        show();
        viewModel
                .rows()
                .group()
                .addListener(
                        (property, old, now) -> {
                            if (now == null) {
                                table.getSelectionModel().clearSelection();
                            }
                        });
    }

    private void chooseGrouping() {
        by.setId("grouping");
        by.getStyleClass().add("small");
        by.setAccessibleText(texts.get("groups.by"));
        by.getItems().add(Optional.empty());
        for (Grouping one : Grouping.values()) {
            by.getItems().add(Optional.of(one));
        }
        by.setConverter(
                new WordConverter<>(
                        some -> texts.get("groups.by." + some.map(Enum::name).orElse("RULE"))));
        by.valueProperty().bindBidirectional(viewModel.grouping());
    }

    private void fillTable() {
        HeaderWidths.keep(table);
        table.setId("groups");
        table.getStyleClass().add("dense");
        table.setAccessibleText(texts.get("groups.name"));
        table.widthProperty().subscribe(this::fitColumns);
        table.setMinHeight(ROOM_FOR_ROWS);
        table.setPrefHeight(ROOM_FOR_ROWS);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getColumns().add(name());
        table.getColumns().add(share("groups.share", BreakdownPane::anchors, "anchor"));
        table.getColumns().add(anchorsInText);
        table.getColumns().add(number("groups.tokens", Part::tokens));
        table.getColumns().add(number("groups.anchors", Part::anchors));
        table.getColumns().add(inText);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        table.setRowFactory(
                any -> {
                    var row = new TableRow<Part>();
                    row.setOnMouseClicked(
                            clicked -> {
                                if (clicked.getClickCount() == 2) {
                                    chosen(row.getItem());
                                }
                            });
                    return row;
                });
        table.setOnKeyPressed(
                pressed -> {
                    if (pressed.getCode() == KeyCode.ENTER) {
                        chosen(table.getSelectionModel().getSelectedItem());
                        pressed.consume();
                    }
                });
    }

    /// Where there is no room for all columns the table is moved sideways; the bars come first.
    private void fitColumns() {
        boolean narrow = table.getWidth() < ROOM_FOR_COLUMNS;
        table.setColumnResizePolicy(
                narrow
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        if (narrow) {
            table.getColumns()
                    .forEach(
                            column ->
                                    table.resizeColumn(
                                            column, column.getPrefWidth() - column.getWidth()));
        }
    }

    private void show() {
        TokensOnShow tokens = viewModel.tokens().get();
        Optional<Grouping> grouping = viewModel.grouping().get();
        boolean counted = tokens != null && tokens.counts().isPresent();
        inText.setVisible(counted && grouping.isPresent());
        anchorsInText.setVisible(counted);
        hint.setText(texts.get(grouping.isPresent() ? "groups.hint" : "groups.hint.rule"));
        table.setPlaceholder(placeholder());
        if (tokens == null) {
            table.getItems().clear();
        } else {
            table.getItems().setAll(tokens.parts(grouping));
        }
    }

    private Region placeholder() {
        if (viewModel.tokens().get() == null) {
            return new EmptyState(
                    texts.get("groups.none"), texts.get("models"), viewModel::chooseModels);
        }
        return new EmptyState(
                texts.get("groups.no.text"), texts.get("text.choose"), viewModel::chooseText);
    }

    private void selected(@Nullable Part part) {
        if (part != null) {
            viewModel.showGroup(part.group());
        }
    }

    private void chosen(@Nullable Part part) {
        if (part != null && viewModel.grouping().get().isEmpty()) {
            viewModel.pair().matching().set(Matching.valueOf(part.group()));
        }
    }

    private TableColumn<Part, String> name() {
        var column = new TableColumn<Part, String>(texts.get("groups.group"));
        column.setCellValueFactory(row -> new SimpleStringProperty(words(row.getValue())));
        column.setSortable(false);
        column.setPrefWidth(124);
        column.setMinWidth(96);
        return column;
    }

    private String words(Part part) {
        TokensOnShow tokens = viewModel.tokens().get();
        boolean inUse =
                viewModel.grouping().get().isEmpty()
                        && tokens != null
                        && part.group().equals(tokens.matching().name());
        String name = GroupWords.of(viewModel.grouping().get(), part.group());
        return inUse ? texts.get("groups.rule.used", name) : name;
    }

    private TableColumn<Part, Number> number(String key, ToIntFunction<Part> figure) {
        var column = new TableColumn<Part, Number>(texts.get(key));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(figure.applyAsInt(row.getValue())));
        column.setCellFactory(any -> new NumberCell<>(value -> Numbers.whole(value.longValue())));
        column.setSortable(false);
        column.setPrefWidth(66);
        column.setMinWidth(62);
        return column;
    }

    private TableColumn<Part, Share> share(String key, Function<Part, Share> figure, String kind) {
        var column = new TableColumn<Part, Share>(texts.get(key));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(figure.apply(row.getValue())));
        column.setCellFactory(any -> new ShareCell<>(kind, FIGURE_WIDTH));
        column.setSortable(false);
        column.setPrefWidth(102);
        column.setMinWidth(100);
        return column;
    }

    private static Share anchors(Part part) {
        return new Share(part.share(), Numbers.percent(part.share()));
    }

    private static Share anchorsInText(Part part) {
        return part.running() == 0
                ? new Share(0, "–")
                : new Share(part.runningShare(), Numbers.percent(part.runningShare()));
    }

    private Share inText(Part part) {
        TokensOnShow tokens = viewModel.tokens().get();
        long total = tokens == null ? 0 : tokens.counts().map(all -> all.total()).orElse(0L);
        double share = (double) part.running() / Math.max(1, total);
        return new Share(share, Numbers.percent(share));
    }
}
