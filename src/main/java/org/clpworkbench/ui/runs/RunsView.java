package org.clpworkbench.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clpworkbench.run.export.ExportFormat;
import org.clpworkbench.ui.chart.ChartPicture;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Unreadable;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The table of all runs.
public final class RunsView {
    private static final KeyCombination USE_SETTINGS = new KeyCodeCombination(KeyCode.U);

    private final Texts texts = Texts.of(RunsView.class);
    private final RunsViewModel viewModel;
    private final Parent root;
    private boolean restoring;

    @FXML private Label answer;
    @FXML private ProblemBar problem;
    @FXML private VBox work;
    @FXML private Label message;
    @FXML private HBox tools;
    @FXML private TextField filter;
    @FXML private Label compared;
    @FXML private CheckBox seeds;
    @FXML private MenuButton export;
    @FXML private TableView<RunEntry> table;
    @FXML private VBox empty;
    @FXML private Label reason;
    @FXML private Label noWriter;
    @FXML private Button letWrite;
    @FXML private Button chart;
    @FXML private Button resume;
    @FXML private Button baseline;
    @FXML private Button folder;
    @FXML private Button delete;
    @FXML private VBox details;

    public RunsView(RunsViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(RunsView.class.getResource("runs.css"))
                                .toExternalForm());
        Shown.watch(root, viewModel::open, viewModel::leave);
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        answer.textProperty().bind(viewModel.answer());
        problem.tell(viewModel.problem());
        problem.offer(
                "problemLog",
                texts.get("log"),
                Bindings.createBooleanBinding(
                        () -> viewModel.fallen().get().isPresent(), viewModel.fallen()),
                viewModel::openProblemLog);
        tell(message, viewModel.files().message());
        Visibility.bind(reason, reason.textProperty().isNotEmpty());
        work.getChildren().add(new WorkingBar(viewModel.files().current()));
        compared.textProperty().bind(viewModel.comparedWith());
        var columns = new RunsTable(viewModel);
        columns.fill(table);
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> fold(key, columns));
        filter.textProperty().bindBidirectional(viewModel.filter());
        seeds.selectedProperty().bindBidirectional(viewModel.seedsTogether());
        seeds.visibleProperty().bind(viewModel.hasSeeds());
        seeds.managedProperty().bind(seeds.visibleProperty());
        Hint.on(seeds, texts.get("seeds.hint"));
        filter.setOnAction(_ -> table.requestFocus());
        var sorted = new SortedList<>(viewModel.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty().map(viewModel.groups()::order));
        table.setSortPolicy(_ -> true); // the list sorts itself
        HeaderWidths.keep(table);
        SortMenu.on(table);
        table.setItems(sorted);
        RunsTable.keepOrder(table, viewModel.table().order());
        viewModel.seen().subscribe(seen -> table.setPlaceholder(nothing(seen)));
        table.setOnKeyPressed(this::tableKey);
        var none = Bindings.isEmpty(viewModel.entries()).and(viewModel.seen());
        empty.visibleProperty().bind(none);
        table.visibleProperty().bind(none.not());
        details.getChildren().add(new RunDetailsView(viewModel).root());
        for (Node part : List.of(tools, details)) {
            part.visibleProperty().bind(none.not());
            part.managedProperty().bind(part.visibleProperty());
        }
        keepSelection();
        export.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        viewModel.files().busy()
                                                || RunsViewModel.readable(viewModel.shown())
                                                        .isEmpty(),
                                viewModel.shown(),
                                viewModel.files().current()));
        chart.disableProperty().bind(no(_ -> true));
        BooleanBinding canWrite = viewModel.waysOn().canWrite();
        letWrite.disableProperty().bind(canWrite.not());
        Hint.on(letWrite, texts.get("write.hint"));
        // what went wrong is told first: a low window has no room for both
        Visibility.bind(
                noWriter, no(_ -> true).or(canWrite).not().and(viewModel.problem().isEmpty()));
        resume.disableProperty().bind(no(Readable::resumable));
        baseline.disableProperty().bind(no(Readable::evaluated));
        baseline.textProperty()
                .bind(
                        Bindings.when(viewModel.chosenSelected())
                                .then(texts.get("baseline.usual"))
                                .otherwise(texts.get("baseline")));
        folder.disableProperty().bind(Bindings.isEmpty(viewModel.selected()));
        delete.disableProperty()
                .bind(
                        Bindings.isEmpty(viewModel.selected())
                                .or(Bindings.isNotNull(viewModel.files().current())));
        viewModel.comparedWith().addListener(_ -> table.refresh());
    }

    private EmptyState nothing(boolean seen) {
        return seen
                ? new EmptyState(texts.get("table.none"), texts.get("table.all"), filter::clear)
                : new EmptyState(texts.get("table.looking"));
    }

    private static void tell(Label label, StringProperty words) {
        label.textProperty().bind(words);
        label.visibleProperty().bind(words.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void tableKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            viewModel.delete();
            event.consume();
        } else if (USE_SETTINGS.match(event)) {
            viewModel.waysOn().useSettings();
            event.consume();
        }
    }

    /// The arrow keys open the row of several seeds to its single runs and close it again.
    private void fold(KeyEvent key, RunsTable columns) {
        RunEntry row = table.getFocusModel().getFocusedItem();
        boolean opens = key.getCode() == KeyCode.RIGHT;
        boolean plain = !key.isShiftDown() && !key.isShortcutDown() && !key.isAltDown();
        if (row != null && plain && (opens || key.getCode() == KeyCode.LEFT)) {
            viewModel
                    .groups()
                    .meant(row, opens)
                    .ifPresent(
                            group -> {
                                columns.toggle(table, group);
                                key.consume();
                            });
        }
    }

    /// Whether no selected run is as wanted.
    private BooleanBinding no(Predicate<Readable> wanted) {
        return Bindings.createBooleanBinding(
                () -> RunsViewModel.readable(viewModel.selected()).stream().noneMatch(wanted),
                viewModel.selected());
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
        Set<String> wanted = rowsOfTheSelected();
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wanted.contains(table.getItems().get(i).row())) {
                table.getSelectionModel().select(i);
            }
        }
        restoring = false;
        viewModel.selected().setAll(table.getSelectionModel().getSelectedItems());
        tellReason();
    }

    /// Of what has no row of its own any more, those of the runs behind it or of their group; and
    /// those that were selected when the program was left.
    private Set<String> rowsOfTheSelected() {
        List<RunEntry> rows = List.copyOf(table.getItems());
        Set<String> there = rows.stream().map(RunEntry::row).collect(Collectors.toSet());
        var wanted = new HashSet<String>();
        Set<String> awaited = viewModel.table().awaited();
        rows.stream()
                .filter(now -> now.members().stream().anyMatch(run -> awaited.contains(run.id())))
                .forEach(now -> wanted.add(now.row()));
        for (RunEntry before : viewModel.selected()) {
            Set<String> ids =
                    before.members().stream().map(RunEntry::id).collect(Collectors.toSet());
            rows.stream()
                    .filter(
                            now ->
                                    there.contains(before.row())
                                            ? now.row().equals(before.row())
                                            : now.members().stream()
                                                    .anyMatch(run -> ids.contains(run.id())))
                    .forEach(now -> wanted.add(now.row()));
        }
        return wanted;
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
    void exportTable() {
        export(ExportFormat.CSV);
    }

    @FXML
    void exportDocument() {
        export(ExportFormat.JSON);
    }

    @FXML
    void exportEvents() {
        export(ExportFormat.TENSORBOARD);
    }

    private void export(ExportFormat format) {
        viewModel.files().export(format, viewModel.exported());
    }

    @FXML
    void exportPicture() {
        viewModel
                .files()
                .savePicture(
                        viewModel.exported(),
                        viewModel::isBaseline,
                        (model, svg) -> ChartPicture.of(model, svg, root.getScene()));
    }

    @FXML
    void delete() {
        viewModel.delete();
    }

    @FXML
    void openTraining() {
        viewModel.waysOn().openTraining();
    }

    @FXML
    void letWrite() {
        viewModel.waysOn().letWrite();
    }
}
