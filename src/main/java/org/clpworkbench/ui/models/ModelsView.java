package org.clpworkbench.ui.models;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Choosing the pair.
public final class ModelsView {
    private final Texts texts = Texts.of(ModelsView.class);
    private final ModelsViewModel viewModel;
    private final List<Segment> others;
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private StackPane place;
    @FXML private ScrollPane atHand;
    @FXML private HBox cards;
    @FXML private TableView<ModelEntry> table;
    @FXML private ProblemBar problem;
    @FXML private Label data;
    @FXML private Button next;

    /// @param others segments beside the models at hand, in their order
    public ModelsView(ModelsViewModel viewModel, List<Segment> others) {
        this.viewModel = viewModel;
        this.others = List.copyOf(others);
        this.root = Fxml.load(this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.reading(), viewModel::again));
        answer.textProperty().bind(viewModel.answer());
        addSegments();
        addCards();
        addColumns();
        HeaderWidths.keep(table);
        SortMenu.on(table);
        var sorted = new SortedList<>(viewModel.models());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        viewModel.reading().current().subscribe(job -> table.setPlaceholder(empty(job != null)));
        problem.tell(viewModel.problem());
        problem.offer(texts.get("table.open"), viewModel::openFolder);
        viewModel.pair().data().subscribe(chosen -> data.setText(DataSetWords.name(chosen)));
        next.disableProperty().bind(Bindings.not(viewModel.ready()));
    }

    private EmptyState empty(boolean reading) {
        return reading
                ? new EmptyState(texts.get("table.reading"))
                : new EmptyState(
                        texts.get("table.none"), texts.get("table.open"), viewModel::openFolder);
    }

    private void addSegments() {
        var segments = new ArrayList<Segment>();
        segments.add(new Segment(ModelsViewModel.AT_HAND, () -> atHand));
        segments.addAll(others);
        top.getChildren().add(new SegmentRow(segments, place, viewModel.segment()));
    }

    private void addCards() {
        var source = new ModelCard(true);
        var helper = new ModelCard(false);
        var arrow = new FontIcon("mdi2a-arrow-right-thick");
        arrow.getStyleClass().add("pair-arrow");
        HBox.setHgrow(source, Priority.ALWAYS);
        HBox.setHgrow(helper, Priority.ALWAYS);
        source.setPrefWidth(400);
        helper.setPrefWidth(400);
        show(viewModel.pair().source(), source);
        show(viewModel.pair().helper(), helper);
        cards.getChildren().setAll(source, arrow, helper);
    }

    private void show(ObjectProperty<@Nullable ModelSummary> role, ModelCard card) {
        role.subscribe(model -> card.show(model));
        Runnable tell = () -> card.tell(viewModel.entry(role.get()), viewModel.freeMemory().get());
        role.subscribe(tell);
        viewModel.models().addListener((ListChangeListener<ModelEntry>) _ -> tell.run());
        viewModel.freeMemory().subscribe(tell);
        tell.run();
    }

    private void addColumns() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(nameColumn());
        table.getColumns().add(useColumn());
        table.getColumns().add(number("figure.layers", 58, ModelSummary::layers, Numbers::whole));
        table.getColumns().add(number("figure.width", 54, ModelSummary::width, Numbers::whole));
        table.getColumns().add(number("figure.heads", 54, ModelSummary::heads, Numbers::whole));
        table.getColumns()
                .add(number("column.vocabulary", 66, ModelSummary::vocabularySize, Numbers::whole));
        table.getColumns()
                .add(number("figure.parameters", 92, ModelSummary::parameters, Numbers::count));
        table.getColumns().add(number("figure.disk", 76, ModelSummary::bytes, Numbers::bytes));
        table.getColumns().add(typeColumn());
        table.getColumns()
                .add(number("figure.memory", 76, ModelEntry::trainingBytes, Numbers::bytes));
    }

    private TableColumn<ModelEntry, String> nameColumn() {
        var column = new TableColumn<ModelEntry, String>(texts.get("column.name"));
        column.setPrefWidth(136);
        column.setMinWidth(136);
        column.setCellValueFactory(row -> constant(row.getValue().summary().name()));
        column.setCellFactory(any -> new ModelNameCell());
        return column;
    }

    private TableColumn<ModelEntry, String> typeColumn() {
        var column = new TableColumn<ModelEntry, String>(texts.get("column.type"));
        column.setPrefWidth(50);
        column.setMinWidth(50);
        column.setCellValueFactory(row -> constant(row.getValue().summary().dtype()));
        return column;
    }

    private TableColumn<ModelEntry, Number> number(
            String key,
            double width,
            ToLongFunction<ModelSummary> figure,
            Function<Long, String> words) {
        var column = new TableColumn<ModelEntry, Number>(texts.get(key));
        column.getStyleClass().add("number-column");
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(figure.applyAsLong(row.getValue().summary())));
        column.setCellFactory(any -> new NumberCell<>(value -> words.apply(value.longValue())));
        return column;
    }

    private TableColumn<ModelEntry, ModelEntry> useColumn() {
        var column = new TableColumn<ModelEntry, ModelEntry>(texts.get("column.use"));
        column.setPrefWidth(152);
        column.setMinWidth(152);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(any -> new UseAsCell(viewModel));
        return column;
    }

    private static ObservableValue<String> constant(String text) {
        return new SimpleStringProperty(text);
    }

    @FXML
    void openFolder() {
        viewModel.openFolder();
    }

    @FXML
    void refresh() {
        viewModel.refresh();
    }

    @FXML
    void openData() {
        viewModel.openData();
    }

    @FXML
    void next() {
        viewModel.next();
    }
}
