package org.clpworkbench.ui.hub;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A part of the data screen: which data set of the Hub, which of its files, how large they are,
/// and how far their download is.
public final class HubTextsView {
    private final Texts texts = Texts.of(HubTextsView.class);
    private final HubTextsViewModel viewModel;
    private final RevisionBox revision;
    private final Parent root;

    @FXML private VBox hubTexts;
    @FXML private TextField hubTextsName;
    @FXML private TextField hubTextsPattern;
    @FXML private Button hubTextsAsk;
    @FXML private ProblemBar hubTextsProblem;
    @FXML private Label hubTextsAnswer;
    @FXML private Label hubTextsFacts;
    @FXML private Label hubTextsReason;
    @FXML private TableView<HubFile> hubTextsFiles;
    @FXML private Button hubTextsTake;

    public HubTextsView(HubTextsViewModel viewModel) {
        this.viewModel = viewModel;
        this.revision = new RevisionBox("hubTextsRevision", viewModel.revision());
        this.root = Fxml.load(this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        hubTextsName.textProperty().bindBidirectional(viewModel.name());
        hubTextsPattern.textProperty().bindBidirectional(viewModel.pattern());
        Hint.on(hubTextsPattern, texts.get("pattern.hint"));
        hubTextsAsk.disableProperty().bind(viewModel.name().map(String::isBlank));
        hubTextsProblem.tell(viewModel.problem());
        hubTextsAnswer.textProperty().bind(viewModel.answer());
        Visibility.bind(hubTextsAnswer, viewModel.answer().isNotEmpty());
        addColumns();
        var name = viewModel.name();
        Visibility.bind(revision, Bindings.createBooleanBinding(() -> !name.get().isBlank(), name));
        hubTexts.getChildren()
                .addAll(1, List.of(revision, new WorkingBar(viewModel.asking(), viewModel::ask)));
        hubTexts.getChildren().add(new DownloadsPane(viewModel.downloads()));
        name.addListener(_ -> revision.offer(List.of(Revision.MAIN)));
        viewModel.offered().subscribe(this::show);
    }

    private void addColumns() {
        hubTextsFiles.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var path = new TableColumn<HubFile, String>(texts.get("files.path"));
        path.setPrefWidth(480);
        path.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().path()));
        var size = new TableColumn<HubFile, Number>(texts.get("files.size"));
        size.setPrefWidth(90);
        size.getStyleClass().add("number-column");
        size.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().size()));
        size.setCellFactory(_ -> new NumberCell<>(PagePane::bytes));
        hubTextsFiles.getColumns().add(path);
        hubTextsFiles.getColumns().add(size);
        HeaderWidths.keep(hubTextsFiles);
        SortMenu.on(hubTextsFiles);
    }

    private void show(@Nullable OfferedTexts now) {
        if (now == null) {
            hubTextsFiles.getItems().clear();
        } else {
            hubTextsFiles.getItems().setAll(now.files());
            hubTextsFiles.sort();
            revision.offer(now.revisions());
        }
        Visibility.set(hubTextsFiles, !hubTextsFiles.getItems().isEmpty());
        tell(hubTextsFacts, viewModel.facts());
        tell(hubTextsReason, viewModel.reason());
        hubTextsTake.setDisable(!viewModel.reason().isEmpty());
        hubTextsTake.setText(viewModel.action().orElse(""));
        Visibility.set(hubTextsTake, viewModel.action().isPresent());
    }

    private static void tell(Label label, String words) {
        label.setText(words);
        Visibility.set(label, !words.isEmpty());
    }

    @FXML
    void ask() {
        viewModel.ask();
    }

    @FXML
    void take() {
        viewModel.take();
    }
}
