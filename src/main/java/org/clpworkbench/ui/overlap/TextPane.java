package org.clpworkbench.ui.overlap;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.overlap.ShareCell.Share;
import org.clpworkbench.vocab.Fertility;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Fertility and coverage of both tokenizers on a text that the user chooses.
final class TextPane extends VBox {
    private static final double ROOM_FOR_ROWS = 232;
    private static final double FIGURE_WIDTH = 60;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts = Texts.of(OverlapView.class);
    private final OverlapViewModel viewModel;
    private final TableView<Figure> table = new TableView<>();
    private final TableColumn<Figure, Share> source;
    private final TableColumn<Figure, Share> helper;
    private final Label name = new Label();
    private final Label meaning = new Label();

    /// What is measured of both tokenizers; its bars are on one scale.
    ///
    /// @param key of its name
    /// @param line what it is called for other programs
    private record Figure(String key, String line, Share source, Share helper) {}

    TextPane(OverlapViewModel viewModel) {
        this.viewModel = viewModel;
        source = share(Figure::source, "source-only");
        helper = share(Figure::helper, "missing");
        getStyleClass().add("overlap-page");
        name.setId("textName");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(40);
        var whole = new Tooltip();
        whole.textProperty().bind(name.textProperty());
        name.setTooltip(whole);
        var choose = new Button(texts.get("text.choose"));
        choose.setId("chooseText");
        choose.getStyleClass().add("small");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> viewModel.chooseText());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, choose);
        head.getStyleClass().add("row");
        head.setAlignment(Pos.BASELINE_LEFT);
        var problem = ProblemBar.narrow();
        problem.setSentenceId("textProblem");
        problem.tell(viewModel.textProblem());
        problem.offer(texts.get("text.choose"), viewModel::chooseText);
        problem.offer(
                "textData",
                texts.get("text.data"),
                viewModel.text().forData(),
                viewModel::openData);
        meaning.setId("figureMeaning");
        meaning.getStyleClass().add("text-muted");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        fillTable();
        getChildren()
                .addAll(
                        head,
                        problem,
                        new WorkingBar(viewModel.counting(), viewModel::count),
                        table,
                        actions(),
                        meaning);
        viewModel.counted().subscribe(this::show);
        viewModel.text().file().subscribe(this::show);
        viewModel.findings().subscribe(this::show);
        viewModel.textProblem().subscribe(this::show);
        viewModel.counting().cancelled().subscribe(this::show);
        show();
    }

    private HBox actions() {
        var actions =
                new HBox(
                        action("copyFigures", texts.get("figures.copy"), () -> copy(Set.of())),
                        action("exportFigures", texts.get("figures.export"), this::export));
        actions.getStyleClass().add("row");
        actions.setAlignment(Pos.CENTER_RIGHT);
        return actions;
    }

    private Button action(String id, String words, Runnable act) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(viewModel.counted().isNull());
        return button;
    }

    private Optional<FigureSheet> sheet() {
        return Optional.ofNullable(viewModel.counted().get())
                .map(
                        found ->
                                new FigureSheet(
                                        viewModel.textName(found.count().text()),
                                        nameOf(viewModel.pair().source().get()),
                                        nameOf(viewModel.pair().helper().get()),
                                        found));
    }

    private void export() {
        sheet().ifPresent(viewModel.files()::exportFigures);
    }

    /// @param lines that are wanted; all where there is none
    private void copy(Set<String> lines) {
        sheet().ifPresent(sheet -> TextClipboard.put(sheet.asText(lines)));
    }

    private void pressed(KeyEvent key) {
        if (COPY.match(key)) {
            copy(
                    table.getSelectionModel().getSelectedItems().stream()
                            .map(Figure::line)
                            .collect(Collectors.toSet()));
            key.consume();
        }
    }

    private void fillTable() {
        HeaderWidths.keep(table);
        table.setId("figures");
        table.getStyleClass().add("dense");
        table.setAccessibleText(texts.get("figures.name"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setMinHeight(ROOM_FOR_ROWS);
        table.setPrefHeight(ROOM_FOR_ROWS);
        VBox.setVgrow(table, Priority.ALWAYS);
        var words = new TableColumn<Figure, String>(texts.get("figures.figure"));
        words.setCellValueFactory(
                row -> new SimpleStringProperty(texts.get("figure." + row.getValue().key())));
        words.setSortable(false);
        words.setPrefWidth(190);
        words.setMinWidth(118);
        table.getColumns().add(words);
        table.getColumns().add(source);
        table.getColumns().add(helper);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private TableColumn<Figure, Share> share(Function<Figure, Share> figure, String kind) {
        var column = new TableColumn<Figure, Share>();
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(figure.apply(row.getValue())));
        column.setCellFactory(any -> new ShareCell<>(kind, FIGURE_WIDTH));
        column.setSortable(false);
        column.setPrefWidth(130);
        column.setMinWidth(112);
        return column;
    }

    private void explain(@Nullable Figure figure) {
        meaning.setText(
                figure == null
                        ? texts.get("figures.hint")
                        : texts.get("figure." + figure.key() + ".meaning"));
    }

    private void show() {
        TextFindings found = viewModel.counted().get();
        name.setText(words(found));
        source.setText(nameOf(viewModel.pair().source().get()));
        helper.setText(nameOf(viewModel.pair().helper().get()));
        table.setPlaceholder(placeholder());
        if (found == null) {
            table.getItems().clear();
        } else {
            table.getItems().setAll(figures(found.source(), found.helper()));
        }
    }

    private static String nameOf(@Nullable ModelSummary model) {
        return model == null ? "" : model.name();
    }

    private String words(@Nullable TextFindings found) {
        Path text = viewModel.text().file().get();
        if (found == null) {
            return text == null ? texts.get("text.none") : viewModel.textName(text);
        }
        return texts.get(
                found.count().whole() ? "text.counted" : "text.begun",
                viewModel.textName(found.count().text()),
                Numbers.whole(found.helper().words()),
                Numbers.bytes(found.helper().bytes()));
    }

    private Region placeholder() {
        if (viewModel.findings().get() == null) {
            return new EmptyState(
                    texts.get("figures.none"), texts.get("models"), viewModel::chooseModels);
        }
        if (viewModel.counting().cancelled().get() != null) {
            return new EmptyState(
                    texts.get("figures.cancelled"), texts.get("again"), viewModel::count);
        }
        boolean counting =
                viewModel.text().file().get() != null && viewModel.textProblem().get().isEmpty();
        return counting
                ? new EmptyState(texts.get("figures.counting"))
                : new EmptyState(
                        texts.get("figures.no.text"),
                        texts.get("text.choose"),
                        viewModel::chooseText);
    }

    private static List<Figure> figures(Fertility source, Fertility helper) {
        return List.of(
                compared(
                        "tokens",
                        "tokens",
                        source,
                        helper,
                        Fertility::tokens,
                        n -> Numbers.whole((long) n)),
                compared(
                        "perWord",
                        "tokens_per_word",
                        source,
                        helper,
                        Fertility::perWord,
                        n -> decimal(n, 2)),
                compared(
                        "perByte",
                        "tokens_per_byte",
                        source,
                        helper,
                        Fertility::perByte,
                        n -> decimal(n, 3)),
                part("shared", source, helper, Fertility::sharedShare),
                part("pieces", source, helper, Fertility::pieceShare),
                part("unknown", source, helper, Fertility::unknownShare),
                part("used", source, helper, Fertility::usedShare));
    }

    private static String decimal(double number, int digits) {
        return Numbers.decimal(number, digits);
    }

    /// The longer bar is full.
    private static Figure compared(
            String key,
            String line,
            Fertility source,
            Fertility helper,
            ToDoubleFunction<Fertility> figure,
            DoubleFunction<String> words) {
        double left = figure.applyAsDouble(source);
        double right = figure.applyAsDouble(helper);
        double most = Math.max(left, right);
        return new Figure(
                key,
                line,
                new Share(most == 0 ? 0 : left / most, words.apply(left)),
                new Share(most == 0 ? 0 : right / most, words.apply(right)));
    }

    /// The full bar is the whole.
    private static Figure part(
            String key, Fertility source, Fertility helper, ToDoubleFunction<Fertility> figure) {
        double left = figure.applyAsDouble(source);
        double right = figure.applyAsDouble(helper);
        return new Figure(
                key,
                key,
                new Share(left, Numbers.percent(left)),
                new Share(right, Numbers.percent(right)));
    }
}
