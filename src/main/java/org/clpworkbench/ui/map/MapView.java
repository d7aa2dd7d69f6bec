package org.clpworkbench.ui.map;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.projection.RowSpace;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoButtons;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.WholeNumberConverter;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.Objects;

/// The map of a vocabulary, with the table that says the same.
public final class MapView {
    private final Texts texts = Texts.of(MapView.class);
    private final MapViewModel viewModel;
    private final Runnable leave;
    private final MapCanvas canvas = new MapCanvas();
    private final MapLegend legend = new MapLegend(texts, canvas::show);
    private final Parent root;

    @FXML private Label answer;
    @FXML private Label caption;
    @FXML private ProblemBar problem;
    @FXML private VBox top;
    @FXML private FlowPane choices;
    @FXML private ComboBox<MapModel> model;
    @FXML private ComboBox<ProjectionMethod> method;
    @FXML private HBox neighboursPlace;
    @FXML private Spinner<Integer> neighbours;
    @FXML private HBox perplexityPlace;
    @FXML private Spinner<Integer> perplexity;
    @FXML private ComboBox<RowSpace> space;
    @FXML private Spinner<Integer> seed;
    @FXML private Button draw;
    @FXML private StackPane mapPlace;
    @FXML private StackPane empty;
    @FXML private Label hint;
    @FXML private ToggleButton lasso;
    @FXML private Label legendWords;
    @FXML private ComboBox<ColourBy> colourBy;
    @FXML private VBox legendPlace;
    @FXML private TextField search;
    @FXML private Label tableWords;
    @FXML private Button clear;
    @FXML private Button copy;
    @FXML private TableView<MapToken> table;

    /// @param leave goes back to where the map was opened
    public MapView(MapViewModel viewModel, Runnable leave) {
        this.viewModel = viewModel;
        this.leave = leave;
        this.root = Fxml.load(this);
        root.getStylesheets()
                .add(Objects.requireNonNull(MapView.class.getResource("map.css")).toString());
        UndoKeys.on(root, choices, viewModel.form().history());
        Shown.watch(root, viewModel::refresh, () -> {});
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.drawing().current()));
        answer.textProperty().bind(viewModel.answer());
        caption.textProperty().bind(viewModel.caption());
        problem.tell(viewModel.problem());
        bindForm();
        bindMap();
        bindTable();
    }

    private void bindForm() {
        MapForm form = viewModel.form();
        model.setItems(viewModel.models());
        model.setConverter(new WordConverter<>(MapModel::words));
        model.valueProperty().bindBidirectional(viewModel.model());
        choose(method, ProjectionMethod.values(), "method.");
        method.valueProperty().bindBidirectional(form.method());
        choose(space, RowSpace.values(), "space.");
        space.valueProperty().bindBidirectional(form.space());
        choose(colourBy, ColourBy.values(), "colour.");
        colourBy.valueProperty().bindBidirectional(viewModel.colourBy());
        int least = ProjectionSpec.FEWEST_NEIGHBOURS;
        int most = ProjectionSpec.MOST_NEIGHBOURS;
        WholeNumberConverter.on(neighbours, least, most, form.neighbours());
        WholeNumberConverter.on(perplexity, least, most, form.perplexity());
        WholeNumberConverter.on(seed, 0, MapForm.MOST_SEED, form.seed());
        form.method()
                .subscribe(
                        now -> {
                            show(neighboursPlace, now == ProjectionMethod.UMAP);
                            show(perplexityPlace, now == ProjectionMethod.T_SNE);
                            Hint.on(method, texts.get("method.about." + now.name()));
                        });
        Hint.on(space, texts.get("space.about"));
        choices.getChildren().add(new UndoButtons(form.history()));
        legendWords.textProperty().bind(viewModel.groupedBy());
        legendWords.managedProperty().bind(viewModel.groupedBy().isNotEmpty());
        var running = viewModel.drawing().current();
        draw.disableProperty().bind(running.isNotNull().or(viewModel.model().isNull()));
    }

    private <T extends Enum<T>> void choose(ComboBox<T> box, T[] all, String key) {
        box.getItems().setAll(all);
        box.setConverter(new WordConverter<>(one -> texts.get(key + one.name())));
    }

    private static void show(HBox place, boolean shown) {
        place.setVisible(shown);
        place.setManaged(shown);
    }

    private void bindMap() {
        mapPlace.getChildren().addFirst(canvas);
        canvas.setId("mapCanvas");
        canvas.setAccessibleHelp(texts.get("hint.all"));
        Hint.on(hint, texts.get("hint.all"));
        legendPlace.getChildren().addAll(new WorkingBar(viewModel.counting().current()), legend);
        new MapInput(canvas, viewModel, lasso::isSelected, this::open);
        canvas.setOnMouseMoved(mouse -> canvas.hover(mouse, this::words));
        viewModel.picture().subscribe(this::show);
        viewModel.model().subscribe(_ -> showEmpty());
        viewModel.drawing().current().subscribe(_ -> showEmpty());
        viewModel.chosen().subscribe(canvas::choose);
        viewModel
                .cursor()
                .subscribe(
                        point -> {
                            canvas.point(point.intValue());
                            tell();
                        });
    }

    private void bindTable() {
        var _ = new MapTable(table, viewModel, search::clear);
        table.setRowFactory(_ -> row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        search.textProperty().subscribe(viewModel::search);
        search.setOnAction(entered -> table.getSelectionModel().selectFirst());
        viewModel.rows().shown().addListener((ListChangeListener<MapToken>) _ -> count());
        count();
        clear.disableProperty().bind(viewModel.chosen().map(BitSet::isEmpty));
        copy.disableProperty().bind(viewModel.picture().isNull());
    }

    private TableRow<MapToken> row() {
        var row = new TableRow<MapToken>();
        row.setOnMouseClicked(
                clicked -> {
                    MapToken token = row.getItem();
                    if (clicked.getClickCount() == 2 && token != null) {
                        open(token);
                    }
                });
        return row;
    }

    private void show(@Nullable MapPicture picture) {
        canvas.show(picture);
        legend.show(picture);
        empty.setVisible(picture == null);
        tell();
    }

    /// What leads to a map: a pair first, then the drawing; nothing while it is on its way.
    private void showEmpty() {
        empty.getChildren().setAll(viewModel.paired() ? undrawn() : unpaired());
    }

    private EmptyState undrawn() {
        return viewModel.drawing().current().get() == null
                ? new EmptyState(texts.get("empty"), texts.get("draw"), viewModel::draw)
                : new EmptyState(texts.get("empty.drawing"));
    }

    private EmptyState unpaired() {
        return new EmptyState(
                texts.get("empty.models"), texts.get("models"), viewModel::chooseModels);
    }

    /// How many rows the table has, and of how many that could be searched for.
    private void count() {
        int listed = viewModel.listed().get().size();
        int shown = viewModel.rows().shown().size();
        boolean all = viewModel.chosen().get().isEmpty();
        String many = Numbers.whole(listed);
        if (listed == 0) {
            tableWords.setText("");
        } else if (shown == listed) {
            tableWords.setText(texts.get(all ? "table.all" : "table.chosen", many));
        } else {
            tableWords.setText(
                    texts.get(
                            all ? "table.found" : "table.chosen.found",
                            Numbers.whole(shown),
                            many));
        }
    }

    /// What a screen reader says of the map.
    private void tell() {
        MapPicture picture = viewModel.picture().get();
        int point = viewModel.cursor().get();
        canvas.setAccessibleText(
                picture == null
                        ? texts.get("map.none")
                        : point < 0
                                ? texts.get("map.name", Numbers.whole(picture.size()))
                                : texts.get("map.cursor", words(point)));
    }

    /// "·Haus · id 1,234 · anchor · Latin".
    private String words(int point) {
        MapPicture picture = viewModel.picture().get();
        if (picture == null) {
            return "";
        }
        return viewModel.words().sentence(picture.token(point));
    }

    private void key(KeyEvent key) {
        if (MapInput.COPY.match(key)) {
            copy();
        } else if (MapInput.CHOOSE_LISTED.match(key)) {
            viewModel.chooseListed();
        } else if (key.getCode() == KeyCode.ENTER) {
            openSelected();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            clear();
        } else {
            return;
        }
        key.consume();
    }

    private void openSelected() {
        MapToken token = table.getSelectionModel().getSelectedItem();
        if (token != null) {
            open(token);
        }
    }

    private void open(MapToken token) {
        if (viewModel.lookAt(token)) {
            leave.run();
        }
    }

    @FXML
    void draw() {
        viewModel.draw();
    }

    @FXML
    void clear() {
        viewModel.choose(new BitSet());
    }

    /// What the table lists.
    @FXML
    void copy() {
        TextClipboard.put(viewModel.words().asText(viewModel.rows().shown()));
    }

    @FXML
    void fit() {
        canvas.fit();
    }

    @FXML
    void back() {
        leave.run();
    }
}
