package org.clpworkbench.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Unreadable;

import java.util.HashSet;
import java.util.function.Predicate;

/// The table of all runs.
public final class RunsView {
    private final Texts texts = Texts.of(RunsView.class);
    private final RunsViewModel viewModel;
    private final Parent root;
    private boolean restoring;

    @FXML private Label answer;
    @FXML private Label problem;
    @FXML private Label compared;
    @FXML private TableView<RunEntry> table;
    @FXML private VBox empty;
    @FXML private Label reason;
    @FXML private Button chart;
    @FXML private Button resume;
    @FXML private Button baseline;
    @FXML private Button folder;

    public RunsView(RunsViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        Shown.watch(root, viewModel::open, viewModel::close);
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        answer.textProperty().bind(viewModel.answer());
        problem.textProperty().bind(viewModel.problem());
        problem.visibleProperty().bind(viewModel.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        compared.textProperty().bind(viewModel.comparedWith());
        new RunsTable(viewModel).fill(table);
        var sorted = new SortedList<>(viewModel.entries());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new Label(texts.get("table.looking")));
        var none = Bindings.isEmpty(viewModel.entries()).and(viewModel.seen());
        empty.visibleProperty().bind(none);
        table.visibleProperty().bind(none.not());
        keepSelection();
        chart.disableProperty().bind(no(Readable.class::isInstance));
        resume.disableProperty()
                .bind(no(entry -> entry instanceof Readable run && run.resumable()));
        baseline.disableProperty()
                .bind(no(entry -> entry instanceof Readable run && run.evaluated()));
        folder.disableProperty().bind(Bindings.isEmpty(viewModel.selected()));
        viewModel.comparedWith().addListener(_ -> table.refresh());
    }

    private BooleanBinding no(Predicate<RunEntry> wanted) {
        return Bindings.createBooleanBinding(
                () -> viewModel.selected().stream().noneMatch(wanted), viewModel.selected());
    }

    /// The rows are new objects at every look: what was selected is selected again by its folder.
    private void keepSelection() {
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<RunEntry>) _ -> selectionChanged());
        viewModel
                .changing()
                .subscribe(
                        changing -> {
                            if (!changing) {
                                selectAgain();
                            }
                        });
    }

    private void selectionChanged() {
        if (!restoring && !viewModel.changing().get()) {
            viewModel.selected().setAll(table.getSelectionModel().getSelectedItems());
            tellReason();
        }
    }

    private void selectAgain() {
        restoring = true;
        var ids = new HashSet<String>();
        viewModel.selected().forEach(entry -> ids.add(entry.id()));
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (ids.contains(table.getItems().get(i).id())) {
                table.getSelectionModel().select(i);
            }
        }
        restoring = false;
        viewModel.selected().setAll(table.getSelectionModel().getSelectedItems());
        tellReason();
    }

    private void tellReason() {
        reason.setText(
                viewModel.selected().stream()
                        .filter(Unreadable.class::isInstance)
                        .map(Unreadable.class::cast)
                        .map(broken -> texts.get("reason", broken.id(), broken.reason()))
                        .findFirst()
                        .orElse(""));
    }

    @FXML
    void openInChart() {
        viewModel.openInChart();
    }

    @FXML
    void resume() {
        viewModel.resume();
    }

    @FXML
    void compare() {
        viewModel.compareWithSelected();
    }

    @FXML
    void reveal() {
        viewModel.reveal();
    }

    @FXML
    void openTraining() {
        viewModel.openTraining();
    }
}
