package org.clpworkbench.ui.neighbours;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.settings.MapChoices;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.ui.map.MapPages;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Stream;

/// A token among its neighbours: the graph with its table, the spaces side by side, the mixture.
public final class NeighboursView implements AutoCloseable {
    private final Texts texts = Texts.of(NeighboursView.class);
    private final NeighboursViewModel viewModel;
    private final Parent screen;
    private final MapPages pages;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private Label standing;
    @FXML private ProblemBar problem;
    @FXML private ProblemBar graphProblem;
    @FXML private ToggleButton graphWay;
    @FXML private ToggleButton spacesWay;
    @FXML private ToggleButton explainWay;
    @FXML private TextField search;
    @FXML private ListView<TokenReference> found;
    @FXML private HBox examples;
    @FXML private Button back;
    @FXML private StackPane main;
    @FXML private TableView<TokenNode> table;
    @FXML private VBox side;
    @FXML private StackPane mixturePlace;

    public NeighboursView(NeighboursViewModel viewModel) {
        this.viewModel = viewModel;
        this.screen = Fxml.load(this);
        this.pages = new MapPages(screen, viewModel.context());
        root().addEventHandler(KeyEvent.KEY_PRESSED, this::undoOrRedo);
        Shown.watch(root(), viewModel.spaces()::listModels, () -> {});
    }

    public Parent root() {
        return pages;
    }

    /// Goes on with the map as it was left.
    public void goOn(MapChoices left) {
        pages.goOn(left);
    }

    /// How the map is looked at; empty where it never was.
    public Optional<MapChoices> mapChoices() {
        return pages.choices();
    }

    /// Brings up the graph with what stands beside it, whatever was looked at instead.
    public void showGraph() {
        viewModel.way().set(Way.GRAPH);
        pages.getChildren().setAll(screen);
    }

    /// Ends the work of the map that was opened here.
    @Override
    public void close() {
        pages.close();
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.opening(), viewModel::openSpace));
        answer.textProperty().bind(viewModel.answer());
        standing.textProperty().bind(viewModel.standing());
        problem.tell(viewModel.problem());
        problem.offer(texts.get("models"), viewModel::chooseModels);
        graphProblem.tell(viewModel.graph().problem());
        new TokenSearch(search, found, viewModel::suggestions, viewModel::go);
        search.textProperty().subscribe(words -> viewModel.graph().sought().set(words));
        back.disableProperty().bind(viewModel.graph().hasTokenBefore().map(has -> !has));
        addWays();
        new NeighbourTable(table, viewModel);
        viewModel.space().subscribe(_ -> showExamples());
    }

    /// What the main place shows: one of three.
    private void addWays() {
        Parent beside = explained(viewModel.first(), false);
        mixturePlace.getChildren().add(beside);
        var both =
                new HBox(explained(viewModel.first(), true), explained(viewModel.second(), true));
        both.getStyleClass().add("explained");
        both.getChildren()
                .forEach(
                        one -> {
                            HBox.setHgrow(one, Priority.ALWAYS);
                            ((VBox) one).setPrefWidth(300);
                        });
        way(graphWay, new GraphView(viewModel.graph()).root());
        way(spacesWay, new SpacesView(viewModel.spaces(), viewModel::token, viewModel::go).root());
        way(explainWay, both);
        var none =
                new EmptyState(
                        texts.get("table.no.models"),
                        texts.get("table.models"),
                        viewModel::chooseModels);
        // beside the graph the table says it
        Visibility.bind(none, viewModel.paired().or(graphWay.selectedProperty()).not());
        main.getChildren().add(none);
        chooseWays();
        viewModel.spaces().wanted().bind(spacesWay.selectedProperty());
        viewModel.second().wanted().bind(explainWay.selectedProperty());
        side.visibleProperty().bind(graphWay.selectedProperty());
        side.managedProperty().bind(graphWay.selectedProperty());
        found.toFront();
    }

    private void chooseWays() {
        var group = new ToggleGroup();
        group.getToggles().addAll(graphWay, spacesWay, explainWay);
        viewModel.way().subscribe(way -> group.selectToggle(button(way)));
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                            } else {
                                viewModel.way().set(selectedWay());
                            }
                        });
    }

    private ToggleButton button(Way way) {
        return switch (way) {
            case GRAPH -> graphWay;
            case SPACES -> spacesWay;
            case EXPLAIN -> explainWay;
        };
    }

    private Way selectedWay() {
        return Stream.of(Way.values())
                .filter(way -> button(way).isSelected())
                .findFirst()
                .orElse(Way.GRAPH);
    }

    private void way(ToggleButton button, Node content) {
        boolean always = button.equals(graphWay);
        var shown = button.selectedProperty();
        Visibility.bind(content, always ? shown : shown.and(viewModel.paired()));
        main.getChildren().add(content);
    }

    /// One method's mixture, or why there is none.
    private Parent explained(Explanation explanation, boolean wide) {
        Parent mixture =
                new ExplainView(explanation, viewModel::token, wide, viewModel::chooseModels)
                        .root();
        var none = new Label();
        none.getStyleClass().add("text-muted");
        none.setWrapText(true);
        var place = new VBox(none, mixture);
        VBox.setVgrow(mixture, Priority.ALWAYS);
        place.setMinHeight(0);
        viewModel.graph().drawn().subscribe(drawn -> tellWhyNone(drawn, none, mixture));
        return place;
    }

    private void tellWhyNone(@Nullable DrawnGraph drawn, Label none, Parent mixture) {
        String why = drawn == null ? "" : whyNone(drawn.picture().centre().kind());
        Visibility.set(mixture, why.isEmpty());
        Visibility.set(none, !why.isEmpty());
        none.setText(why);
    }

    /// Empty for a token whose row the transfer makes.
    private String whyNone(TokenKind kind) {
        return switch (kind) {
            case ANCHOR -> texts.get("mixture.none.anchor");
            case SPECIAL -> texts.get("mixture.none.special");
            case MISSING, FALLBACK, SOURCE_ONLY -> "";
        };
    }

    private void undoOrRedo(KeyEvent pressed) {
        if (UndoKeys.isRedo(pressed)) {
            viewModel.graph().redo();
            pressed.consume();
        } else if (UndoKeys.isUndo(pressed)) {
            viewModel.graph().undo();
            pressed.consume();
        }
    }

    private void showExamples() {
        examples.getChildren().clear();
        for (TokenReference token : viewModel.examples()) {
            var button = new Button();
            button.setGraphic(new TokenChip(token.display(), token.raw(), token.kind()));
            button.getStyleClass().addAll("flat", "example");
            button.setAccessibleText(texts.get("example", token.inSentence()));
            button.setOnAction(_ -> viewModel.go(token.id()));
            examples.getChildren().add(button);
        }
    }

    @FXML
    void back() {
        viewModel.graph().back();
    }

    @FXML
    void openMap() {
        pages.openMap();
    }

    @FXML
    void next() {
        viewModel.next();
    }
}
