package org.clpworkbench.ui.data;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clpworkbench.data.Preview;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoButtons;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;

import java.util.function.Supplier;

/// The choice of texts on the left; on the right the first documents, or what all are like.
public final class DataView {
    private final Texts texts = Texts.of(DataView.class);
    private final DataViewModel viewModel;
    private final Supplier<Parent> fromHub;
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private ProblemBar problem;
    @FXML private ScrollPane choices;
    @FXML private HBox head;
    @FXML private VBox inputsPlace;
    @FXML private VBox hubPlace;
    @FXML private VBox measured;
    @FXML private VBox documents;
    @FXML private Label complaint;
    @FXML private ToggleGroup pages;
    @FXML private ToggleButton previewPage;
    @FXML private ToggleButton statisticsPage;
    @FXML private TableView<Preview.Sample> table;
    @FXML private ScrollPane statistics;
    @FXML private Label place;
    @FXML private Button folder;
    @FXML private Button prepare;

    /// @param fromHub makes the part that fetches texts from the Hub, when it is first wanted
    public DataView(DataViewModel viewModel, Supplier<Parent> fromHub) {
        this.viewModel = viewModel;
        this.fromHub = fromHub;
        this.root = Fxml.load(this);
        UndoKeys.on(root, choices, viewModel.form().history());
        Shown.watch(root, () -> viewModel.inView(true), () -> viewModel.inView(false));
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        ChosenTexts chosen = viewModel.chosen();
        top.getChildren()
                .addAll(
                        new WorkingBar(chosen.looking(), chosen::look),
                        new WorkingBar(viewModel.previewing(), viewModel::preview),
                        new WorkingBar(viewModel.counting(), viewModel::count),
                        new WorkingBar(viewModel.preparing(), viewModel::prepare),
                        new WorkingBar(chosen.reading(), chosen::makeReadable));
        answer.textProperty().bind(viewModel.answer());
        problem.tell(chosen.problem());
        problem.offer(
                "chooseHelper",
                texts.get("table.models"),
                chosen.hasHelper().not(),
                chosen::openModels);
        complaint.textProperty().bind(chosen.complaint());
        Visibility.bind(complaint, chosen.complaint().isNotEmpty());
        head.getChildren().add(new UndoButtons(viewModel.form().history()));
        var files = new InputsPane(viewModel, this::showHub);
        Visibility.set(hubPlace, false);
        inputsPlace.getChildren().add(files);
        files.takeDropsOn(top.getParent());
        measured.getChildren().add(new MeasuredPane(viewModel));
        documents.getChildren().add(new ChoicesPane(viewModel));
        var _ = new PreviewTable(table, viewModel);
        statistics.setContent(new StatisticsPane(viewModel));
        Visibility.bind(table, previewPage.selectedProperty());
        Visibility.bind(statistics, statisticsPage.selectedProperty());
        keepOneSelected();
        place.textProperty()
                .bind(Bindings.createStringBinding(viewModel::place, viewModel.placed()));
        Visibility.bind(folder, viewModel.prepared().isNotNull());
        Visibility.bind(prepare, chosen.asItLies().not().and(viewModel.prepared().isNull()));
        prepare.disableProperty().bind(viewModel.preparable().not());
        Hint.on(prepare, texts.get("prepare.hint"));
    }

    private void showHub(boolean shown) {
        if (shown && hubPlace.getChildren().isEmpty()) {
            hubPlace.getChildren().add(fromHub.get());
        }
        Visibility.set(hubPlace, shown);
    }

    private void keepOneSelected() {
        pages.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            }
                        });
    }

    @FXML
    void prepare() {
        viewModel.prepare();
    }

    @FXML
    void reveal() {
        viewModel.reveal();
    }

    @FXML
    void next() {
        viewModel.next();
    }
}
