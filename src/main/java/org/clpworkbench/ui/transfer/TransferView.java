package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.MethodWords;
import org.clpworkbench.ui.common.PresetsPane;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;
import org.kordamp.ikonli.javafx.FontIcon;

/// The choices on the left; on the right what they would do, then what was done.
public final class TransferView {
    private final Texts texts = Texts.of(TransferView.class);
    private final TransferViewModel viewModel;
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private ProblemBar problem;
    @FXML private VBox presetsPlace;
    @FXML private VBox methods;
    @FXML private ScrollPane choices;
    @FXML private VBox parts;
    @FXML private VBox needed;
    @FXML private TextField seed;
    @FXML private TextField name;
    @FXML private Label pageTitle;
    @FXML private ScrollPane pages;
    @FXML private VBox rule;
    @FXML private VBox page;
    @FXML private VBox work;
    @FXML private HBox heads;
    @FXML private ToggleButton transferPage;
    @FXML private ToggleButton comparisonPage;
    @FXML private VBox warnings;
    @FXML private HBox placeRow;
    @FXML private Label place;
    @FXML private Button openReport;
    @FXML private HBox question;
    @FXML private Button compare;
    @FXML private Button transfer;
    @FXML private Button train;
    @FXML private Button folder;

    public TransferView(TransferViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        UndoKeys.on(root, choices, viewModel.form().history());
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        ComparisonViewModel comparison = viewModel.comparison();
        answer.textProperty()
                .bind(
                        Bindings.when(viewModel.comparisonShown())
                                .then(
                                        Bindings.createStringBinding(
                                                comparison::answer, comparison.rows()))
                                .otherwise(viewModel.answer()));
        problem.tell(viewModel.problem());
        problem.offer(
                "chooseModels", texts.get("models"), viewModel.paired().not(), this::openModels);
        problem.offer(
                "chooseText",
                texts.get("coverage.choose"),
                viewModel.form().lacksText(),
                () -> viewModel.open(ScreenName.DATA));
        Planning planning = viewModel.planning();
        problem.offer(
                "lookAgain", texts.get("lookAgain"), planning.lacksRoom(), viewModel::lookAgain);
        top.getChildren().add(new WorkingBar(viewModel.transferring(), viewModel::again));
        top.getChildren().add(new WorkingBar(planning.looking(), planning::look));
        presetsPlace
                .getChildren()
                .add(
                        new PresetsPane(
                                viewModel.presets(),
                                viewModel.form().history(),
                                texts.get("presets.hint")));
        addMethods();
        RecipeChoice choice = viewModel.choice();
        parts.getChildren().setAll(new CompositionPane(choice));
        needed.getChildren().setAll(new TextsPane(viewModel.form().given(), choice.space()));
        Visibility.bind(needed, viewModel.askingForTexts());
        rule.getChildren()
                .setAll(
                        new RuleNote(
                                choice,
                                viewModel.form().overlapRule(),
                                viewModel.paired().and(viewModel.reported().not())));
        Visibility.bind(warnings, Bindings.isNotEmpty(viewModel.shown().warnings()));
        seed.textProperty().bindBidirectional(viewModel.seed());
        name.textProperty().bindBidirectional(viewModel.name());
        viewModel.lines().addListener((ListChangeListener<ReportFigure>) _ -> showPage());
        viewModel.shown().report().subscribe(_ -> showPage());
        addComparison(comparison);
        viewModel.shown().warnings().addListener((ListChangeListener<String>) _ -> showWarnings());
        viewModel
                .reported()
                .subscribe(
                        done -> pageTitle.setText(texts.get(done ? "page.report" : "page.plan")));
        place.textProperty().bind(viewModel.place());
        Visibility.bind(
                placeRow, viewModel.place().isNotEmpty().and(viewModel.comparisonShown().not()));
        Visibility.bind(openReport, viewModel.reportThere());
        Visibility.bind(question, viewModel.asking());
        Visibility.bind(train, viewModel.reported());
        Visibility.bind(folder, viewModel.reported());
        transfer.disableProperty().bind(viewModel.ready().not());
        viewModel
                .reported()
                .subscribe(
                        done -> {
                            transfer.getStyleClass().remove("accent");
                            if (!done) {
                                transfer.getStyleClass().add("accent");
                            }
                            transfer.setDefaultButton(!done);
                        });
    }

    private void addComparison(ComparisonViewModel comparison) {
        var pane = new ComparisonPane(comparison, row -> use(row.method()), viewModel::compare);
        VBox.setVgrow(pane, Priority.ALWAYS);
        work.getChildren().add(2, pane);
        Visibility.bind(pane, viewModel.comparisonShown());
        Visibility.bind(pages, viewModel.comparisonShown().not());
        // the table needs the width, and it is about all methods
        Visibility.bind(choices, viewModel.comparisonShown().not());
        compare.disableProperty().bind(comparison.running().or(viewModel.paired().not()));
        Visibility.bind(
                heads,
                comparison
                        .running()
                        .or(Bindings.isNotEmpty(comparison.rows()))
                        .or(viewModel.comparisonShown()));
        Visibility.bind(pageTitle, heads.visibleProperty().not());
        transferPage.textProperty().bind(pageTitle.textProperty());
        viewModel
                .comparisonShown()
                .subscribe(shown -> (shown ? comparisonPage : transferPage).setSelected(true));
    }

    private void addMethods() {
        var group = new ToggleGroup();
        for (Methods.Entry method : Methods.all()) {
            var choice = new RadioButton(method.name());
            choice.setId("method-" + method.name());
            choice.setToggleGroup(group);
            viewModel
                    .choice()
                    .method()
                    .subscribe(chosen -> choice.setSelected(method.equals(chosen)));
            var why = new Label(MethodWords.explanation(method.name(), method.explanation()));
            choice.setAccessibleHelp(why.getText());
            choice.getStyleClass().add("method-name");
            choice.selectedProperty().addListener((_, _, chosen) -> choose(method, chosen));
            why.setWrapText(true);
            why.getStyleClass().addAll("text-muted", "method-why");
            why.setOnMouseClicked(_ -> choice.setSelected(true));
            methods.getChildren().addAll(choice, why);
        }
    }

    private void use(String method) {
        ((RadioButton) methods.lookup("#method-" + method)).setSelected(true);
        viewModel.choice().back();
        showTransfer();
    }

    private void choose(Methods.Entry method, boolean chosen) {
        if (chosen) {
            viewModel.choice().method().set(method);
        }
    }

    private void showPage() {
        TransferReport report = viewModel.shown().report().get();
        page.getChildren()
                .setAll(
                        report == null
                                ? new FigureGrid(viewModel.lines())
                                : new ReportPage(report, () -> viewModel.open(ScreenName.DATA)));
    }

    private void showWarnings() {
        warnings.getChildren()
                .setAll(viewModel.shown().warnings().stream().map(this::warning).toList());
    }

    private Node warning(String sentence) {
        var label = new Label(sentence, new FontIcon("mdi2a-alert-outline"));
        label.setWrapText(true);
        label.getStyleClass().add("transfer-warning");
        label.setAccessibleText(texts.get("warning", sentence));
        return label;
    }

    @FXML
    void compare() {
        viewModel.compare();
    }

    @FXML
    void showTransfer() {
        viewModel.comparisonShown().set(false);
        transferPage.setSelected(true);
    }

    @FXML
    void showComparison() {
        viewModel.comparisonShown().set(true);
        comparisonPage.setSelected(true);
    }

    @FXML
    void openReport() {
        viewModel.openReport();
    }

    @FXML
    void transfer() {
        viewModel.transfer();
    }

    @FXML
    void overwrite() {
        viewModel.overwrite();
    }

    @FXML
    void keep() {
        viewModel.keep();
    }

    @FXML
    void train() {
        viewModel.open(ScreenName.TRAINING);
    }

    @FXML
    void reveal() {
        viewModel.reveal();
    }

    @FXML
    void openModels() {
        viewModel.open(ScreenName.MODELS);
    }
}
