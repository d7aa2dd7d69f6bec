package org.clpworkbench.ui.overlap;

import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ShareBars;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.overlap.Segmentation.Part;
import org.clpworkbench.vocab.Coverage;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What source and helper share: the answer, the picture, a sentence, the table of tokens.
public final class OverlapView {
    private final Texts texts = Texts.of(OverlapView.class);
    private final OverlapViewModel viewModel;
    private final OverlapPicture picture = new OverlapPicture();
    private final ShareBars bars = new ShareBars();
    private final FlowPane legend = new FlowPane();
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private Label problem;
    @FXML private ComboBox<Matching> matching;
    @FXML private VBox picturePanel;
    @FXML private TextField sentence;
    @FXML private Label sourceCut;
    @FXML private FlowPane sourceChips;
    @FXML private Label helperCut;
    @FXML private FlowPane helperChips;
    @FXML private TextField search;
    @FXML private ComboBox<Optional<TokenKind>> kind;
    @FXML private Label matches;
    @FXML private TableView<TokenRow> table;

    public OverlapView(OverlapViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        root.sceneProperty().subscribe(scene -> viewModel.inView(scene != null));
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.matching().current()));
        answer.textProperty().bind(viewModel.answer());
        problem.textProperty().bind(viewModel.problem());
        problem.managedProperty().bind(viewModel.problem().isNotEmpty());
        picturePanel.getChildren().addAll(picture, legend, bars);
        VBox.setVgrow(picture, Priority.ALWAYS);
        chooseMatching();
        chooseKind();
        sentence.textProperty().bindBidirectional(viewModel.sentence());
        search.textProperty().bindBidirectional(viewModel.search());
        fillTable();
        viewModel.findings().subscribe(this::show);
        viewModel.segmentation().subscribe(this::show);
    }

    private void chooseMatching() {
        matching.getItems().setAll(Matching.values());
        matching.setConverter(new WordConverter<>(rule -> texts.get("matching." + rule)));
        matching.valueProperty().bindBidirectional(viewModel.pair().matching());
        var hint = new Tooltip();
        matching.valueProperty()
                .subscribe(rule -> hint.setText(texts.get("matching.hint." + rule)));
        matching.setTooltip(hint);
    }

    private void chooseKind() {
        kind.getItems().add(Optional.empty());
        for (TokenKind one : List.of(TokenKind.ANCHOR, TokenKind.MISSING, TokenKind.SPECIAL)) {
            kind.getItems().add(Optional.of(one));
        }
        kind.setConverter(
                new WordConverter<>(
                        some ->
                                some.map(one -> one.symbol() + " " + one.word())
                                        .orElse(texts.get("kind.all"))));
        kind.setValue(Optional.empty());
        kind.valueProperty().subscribe(some -> viewModel.kind().set(some.orElse(null)));
    }

    private void fillTable() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TokenColumns.addTo(table);
        var sorted = new SortedList<>(viewModel.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new Label(texts.get("table.none")));
        table.setRowFactory(
                any -> {
                    var row = new TableRow<TokenRow>();
                    row.setOnMouseClicked(clicked -> explore(row.getItem()));
                    return row;
                });
        table.setOnKeyPressed(
                pressed -> {
                    if (pressed.getCode() == KeyCode.ENTER) {
                        explore(table.getSelectionModel().getSelectedItem());
                    }
                });
        viewModel.rows().predicateProperty().subscribe(this::count);
        viewModel.findings().subscribe(found -> count());
    }

    private void count() {
        matches.setText(texts.get("table.count", Numbers.whole(viewModel.rows().size())));
    }

    private void explore(@Nullable TokenRow row) {
        if (row != null) {
            viewModel.explore(row.id());
        }
    }

    private void show(@Nullable OverlapFindings findings) {
        bars.clear();
        legend.getChildren().clear();
        picture.show(findings == null ? null : findings.overlap());
        if (findings != null) {
            addLegend(findings.overlap());
            addBars(findings.coverage());
        }
    }

    private void addLegend(Overlap overlap) {
        int anchors = overlap.anchors().size();
        legend.getStyleClass().setAll("legend-row");
        legend(
                TokenKind.SPECIAL,
                texts.get(
                        "legend.only",
                        Numbers.whole(Math.max(0, overlap.source().size() - anchors)),
                        name(viewModel.pair().source().get())));
        legend(TokenKind.ANCHOR, texts.get("legend.anchors", Numbers.whole(anchors)));
        legend(
                TokenKind.MISSING,
                texts.get(
                        "legend.missing",
                        Numbers.whole(overlap.missing().size()),
                        name(viewModel.pair().helper().get())));
    }

    private void legend(TokenKind meaning, String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("legend", meaning.styleClass());
        legend.getChildren().add(label);
    }

    private void addBars(Coverage coverage) {
        double most = Math.max(coverage.sourceTokensPerWord(), coverage.targetTokensPerWord());
        double anchors = coverage.anchorShare();
        bars.add(texts.get("bars.text"), anchors, Numbers.percent(anchors), "anchor");
        bars.add(
                texts.get("bars.words", name(viewModel.pair().source().get())),
                coverage.sourceTokensPerWord() / most,
                Numbers.decimal(coverage.sourceTokensPerWord(), 2),
                "special");
        bars.add(
                texts.get("bars.words", name(viewModel.pair().helper().get())),
                coverage.targetTokensPerWord() / most,
                Numbers.decimal(coverage.targetTokensPerWord(), 2),
                "missing");
    }

    private void show(@Nullable Segmentation cut) {
        sourceChips.getChildren().clear();
        helperChips.getChildren().clear();
        if (cut != null) {
            sourceCut.setText(
                    texts.get(
                            "sentence.source",
                            name(viewModel.pair().source().get()),
                            cut.source().size()));
            helperCut.setText(
                    texts.get(
                            "sentence.helper",
                            name(viewModel.pair().helper().get()),
                            cut.helper().size(),
                            cut.anchors()));
            cut.source().forEach(part -> sourceChips.getChildren().add(chip(part)));
            cut.helper().forEach(part -> helperChips.getChildren().add(clickable(part)));
        }
    }

    private static TokenChip chip(Part part) {
        return new TokenChip(part.display(), part.raw(), part.kind());
    }

    private Node clickable(Part part) {
        TokenChip chip = chip(part);
        chip.getStyleClass().add("clickable");
        chip.setOnMouseClicked(clicked -> viewModel.explore(part.id()));
        return chip;
    }

    private String name(@Nullable ModelSummary model) {
        return model == null ? "" : model.name();
    }

    @FXML
    void next() {
        viewModel.next();
    }

    @FXML
    void chooseModels() {
        viewModel.chooseModels();
    }
}
