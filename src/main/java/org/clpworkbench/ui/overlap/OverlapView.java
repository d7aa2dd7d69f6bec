package org.clpworkbench.ui.overlap;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.overlap.OverlapSight.Page;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What source and helper share: the answer, the picture, its parts, a text, a sentence, the table
/// of tokens.
public final class OverlapView {
    private final Texts texts = Texts.of(OverlapView.class);
    private final OverlapViewModel viewModel;
    private final OverlapPicture picture = new OverlapPicture();
    private final FlowPane legend = new FlowPane();
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private ProblemBar problem;
    @FXML private ComboBox<Matching> matching;
    @FXML private VBox picturePanel;
    @FXML private ToggleGroup page;
    @FXML private ToggleButton groupsPage;
    @FXML private ToggleButton textPage;
    @FXML private ToggleButton sentencePage;
    @FXML private StackPane pages;
    @FXML private TextField search;
    @FXML private ComboBox<Optional<TokenKind>> kind;
    @FXML private Button onlyGroup;
    @FXML private Label matches;
    @FXML private Label note;
    @FXML private Button export;
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
        top.getChildren().add(new WorkingBar(viewModel.matching(), viewModel::compare));
        answer.textProperty().bind(viewModel.answer());
        problem.tell(viewModel.problem());
        problem.offer(texts.get("models"), viewModel::chooseModels);
        picturePanel.getChildren().addAll(picture, legend);
        VBox.setVgrow(picture, Priority.ALWAYS);
        legend.getStyleClass().setAll("legend-row");
        chooseMatching();
        addPage(groupsPage, new BreakdownPane(viewModel));
        addPage(textPage, new TextPane(viewModel));
        addPage(sentencePage, new SentencePane(viewModel));
        viewModel.sight().page().subscribe(now -> page.selectToggle(button(now)));
        page.selectedToggleProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now == null) {
                                page.selectToggle(old);
                            } else {
                                viewModel.sight().page().set(selectedPage());
                            }
                        });
        chooseKind();
        search.textProperty().bindBidirectional(viewModel.rows().search());
        filterByGroup();
        var _ = new TokenTable(viewModel, table);
        viewModel.rows().shown().addListener((ListChangeListener<TokenRow>) _ -> count());
        count();
        note.textProperty().bind(viewModel.files().note());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        export.disableProperty().bind(viewModel.tokens().isNull());
        viewModel.findings().subscribe(this::show);
    }

    private ToggleButton button(Page of) {
        return switch (of) {
            case GROUPS -> groupsPage;
            case TEXT -> textPage;
            case SENTENCE -> sentencePage;
        };
    }

    private Page selectedPage() {
        if (textPage.isSelected()) {
            return Page.TEXT;
        }
        return sentencePage.isSelected() ? Page.SENTENCE : Page.GROUPS;
    }

    private void addPage(ToggleButton button, Region content) {
        content.visibleProperty().bind(button.selectedProperty());
        content.managedProperty().bind(button.selectedProperty());
        pages.getChildren().add(content);
    }

    private void chooseMatching() {
        matching.getItems().setAll(Matching.values());
        matching.setConverter(new WordConverter<>(rule -> texts.get("matching." + rule)));
        matching.valueProperty().bindBidirectional(viewModel.pair().matching());
        var hint = new Tooltip();
        matching.valueProperty()
                .subscribe(
                        rule -> {
                            hint.setText(texts.get("matching.hint." + rule));
                            matching.setAccessibleHelp(hint.getText());
                        });
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
                                some.map(one -> one.wordWithSymbol())
                                        .orElse(texts.get("kind.all"))));
        viewModel.rows().kind().subscribe(now -> kind.setValue(Optional.ofNullable(now)));
        kind.valueProperty().subscribe(some -> viewModel.rows().kind().set(some.orElse(null)));
    }

    private void filterByGroup() {
        viewModel
                .rows()
                .group()
                .subscribe(
                        group -> {
                            onlyGroup.setVisible(group != null);
                            onlyGroup.setManaged(group != null);
                            if (group != null) {
                                onlyGroup.setText(GroupWords.sentence(group));
                            }
                        });
    }

    private void count() {
        matches.setText(texts.get("table.count", Numbers.whole(viewModel.rows().shown().size())));
    }

    private void show(@Nullable OverlapFindings findings) {
        legend.getChildren().clear();
        picture.show(findings == null ? null : findings.overlap());
        if (findings != null) {
            addLegend(findings.overlap());
        }
    }

    private void addLegend(Overlap overlap) {
        String ofSource = Numbers.whole(overlap.sharedOfSource());
        String ofHelper = Numbers.whole(overlap.sharedOfTarget());
        legend(
                TokenKind.SOURCE_ONLY,
                texts.get(
                        "legend.only",
                        Numbers.whole(overlap.source().size() - overlap.sharedOfSource()),
                        name(viewModel.pair().source().get())));
        legend(
                TokenKind.ANCHOR,
                ofSource.equals(ofHelper)
                        ? texts.get("legend.anchors", ofHelper)
                        : texts.get(
                                "legend.anchors.many",
                                ofHelper,
                                name(viewModel.pair().helper().get()),
                                ofSource,
                                name(viewModel.pair().source().get())));
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

    private String name(@Nullable ModelSummary model) {
        return model == null ? "" : model.name();
    }

    @FXML
    void showAllGroups() {
        viewModel.rows().group().set(null);
    }

    @FXML
    void exportTokens() {
        viewModel.exportTokens();
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
