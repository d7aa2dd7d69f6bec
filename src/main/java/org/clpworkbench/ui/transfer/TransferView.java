package org.clpworkbench.ui.transfer;

import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.vocab.Matching;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/// The choices on the left; on the right what they would do, then what was done.
public final class TransferView {
    private final Texts texts = Texts.of(TransferView.class);
    private final TransferViewModel viewModel;
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private Label problem;
    @FXML private VBox methods;
    @FXML private ComboBox<Matching> matching;
    @FXML private TextField seed;
    @FXML private TextField name;
    @FXML private Label pageTitle;
    @FXML private GridPane page;
    @FXML private VBox warnings;
    @FXML private Label place;
    @FXML private HBox question;
    @FXML private Button transfer;
    @FXML private Button train;
    @FXML private Button folder;

    public TransferView(TransferViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        answer.textProperty().bind(viewModel.answer());
        problem.textProperty().bind(viewModel.problem());
        shownWhile(problem, viewModel.problem().isNotEmpty());
        top.getChildren().add(new WorkingBar(viewModel.transferring().current()));
        addMethods();
        matching.getItems().setAll(Matching.values());
        matching.setConverter(new MatchingNames());
        matching.valueProperty().bindBidirectional(viewModel.matching());
        seed.textProperty().bindBidirectional(viewModel.seed());
        name.textProperty().bindBidirectional(viewModel.name());
        viewModel.lines().addListener((ListChangeListener<ReportFigure>) _ -> showLines());
        viewModel.warnings().addListener((ListChangeListener<String>) _ -> showWarnings());
        viewModel
                .reported()
                .subscribe(
                        done -> pageTitle.setText(texts.get(done ? "page.report" : "page.plan")));
        place.textProperty().bind(viewModel.place());
        shownWhile(place, viewModel.place().isNotEmpty());
        shownWhile(question, viewModel.asking());
        shownWhile(train, viewModel.reported());
        shownWhile(folder, viewModel.reported());
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
        showLines();
    }

    private static void shownWhile(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private void addMethods() {
        var group = new ToggleGroup();
        for (Methods.Entry method : viewModel.methods()) {
            var choice = new RadioButton(method.name());
            choice.setId("method-" + method.name());
            choice.setToggleGroup(group);
            choice.setSelected(method.equals(viewModel.method().get()));
            choice.setAccessibleHelp(method.explanation());
            choice.getStyleClass().add("method-name");
            choice.selectedProperty().addListener((_, _, chosen) -> choose(method, chosen));
            var why = new Label(method.explanation());
            why.setWrapText(true);
            why.getStyleClass().addAll("text-muted", "method-why");
            why.setOnMouseClicked(_ -> choice.setSelected(true));
            methods.getChildren().addAll(choice, why);
        }
    }

    private void choose(Methods.Entry method, boolean chosen) {
        if (chosen) {
            viewModel.method().set(method);
        }
    }

    private void showLines() {
        page.getChildren().clear();
        int row = 0;
        for (ReportFigure line : viewModel.lines()) {
            var key = new Label(line.name());
            var meaning = new Label(line.meaning());
            meaning.setWrapText(true);
            meaning.getStyleClass().addAll("text-muted", "report-meaning");
            var value = new Label(line.value());
            value.getStyleClass().add("report-value");
            value.setWrapText(true);
            page.addRow(row++, new VBox(key, meaning), value);
        }
    }

    private void showWarnings() {
        warnings.getChildren().setAll(viewModel.warnings().stream().map(this::warning).toList());
    }

    private Node warning(String sentence) {
        var label = new Label(sentence, new FontIcon("mdi2a-alert-outline"));
        label.setWrapText(true);
        label.getStyleClass().add("transfer-warning");
        label.setAccessibleText(texts.get("warning", sentence));
        return label;
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
        viewModel.train();
    }

    @FXML
    void reveal() {
        viewModel.reveal();
    }

    @FXML
    void openModels() {
        viewModel.openModels();
    }

    private final class MatchingNames extends StringConverter<Matching> {
        @Override
        public String toString(@Nullable Matching value) {
            return value == null ? "" : texts.get("matching." + value);
        }

        @Override
        public Matching fromString(String words) {
            return Matching.valueOf(words.toUpperCase(Locale.ROOT));
        }
    }
}
