package org.clpworkbench.ui.neighbours;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WholeNumberConverter;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.GraphChange;
import org.clpworkbench.ui.graph.GraphHistory;
import org.clpworkbench.ui.graph.GraphLayout;
import org.clpworkbench.ui.graph.TokenGraph;
import org.clpworkbench.ui.graph.TokenNode;
import org.jspecify.annotations.Nullable;

/// The graph and what can be done with it.
final class GraphView {
    private final Texts texts = Texts.of(GraphView.class);
    private final GraphViewModel viewModel;
    private final TokenGraph graph;
    private final Parent root;
    private boolean following;

    @FXML private BorderPane place;
    @FXML private VBox head;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private ComboBox<GraphLayout> layout;
    @FXML private Button zoomIn;
    @FXML private Button zoomOut;
    @FXML private Button fit;
    @FXML private Button save;
    @FXML private Label chosen;
    @FXML private Button expand;
    @FXML private Button pin;
    @FXML private Button look;
    @FXML private Spinner<Integer> k;
    @FXML private Slider threshold;
    @FXML private Label thresholdWords;
    @FXML private Label legend;
    @FXML private Label graphCaption;
    @FXML private Label note;

    GraphView(GraphViewModel viewModel) {
        this.viewModel = viewModel;
        this.graph = new TokenGraph(viewModel);
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        graph.setId("graph");
        graph.setAccessibleHelp(texts.get("graph.keys"));
        place.setCenter(graph);
        head.getChildren().add(new WorkingBar(viewModel.drawing(), viewModel::drawAgain));
        Hint.on(legend, texts.get("graph.keys"));
        step(undo, viewModel.undoing(), "undo.none");
        step(redo, viewModel.redoing(), "redo.none");
        tip(zoomIn);
        tip(zoomOut);
        tip(fit);
        tip(save);
        layout.getItems().setAll(GraphLayout.values());
        layout.setConverter(new WordConverter<>(each -> texts.get("layout." + each)));
        layout.valueProperty().addListener((_, _, now) -> make(new GraphChange.Arrange(now)));
        WholeNumberConverter.on(k, Exploration.FEWEST, Exploration.MOST, 20);
        k.valueProperty().addListener((_, _, now) -> make(new GraphChange.Neighbours(now)));
        k.addEventHandler(KeyEvent.KEY_PRESSED, this::drawAtEnter);
        threshold.valueProperty().addListener((_, _, now) -> slide(now.doubleValue()));
        threshold.valueChangingProperty().addListener((_, _, _) -> slide(threshold.getValue()));
        chosen.textProperty().bind(viewModel.chosen());
        var whole = new Tooltip();
        whole.textProperty().bind(chosen.textProperty());
        chosen.setTooltip(whole);
        graphCaption.textProperty().bind(viewModel.caption());
        note.textProperty().bind(viewModel.files().note());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        graph.sight().bindBidirectional(viewModel.sight());
        viewModel.history().subscribe(this::follow);
        viewModel.drawn().subscribe(this::show);
        viewModel.selected().subscribe(this::select);
        viewModel.sought().subscribe(graph::seek);
    }

    /// Goes no further: the screen's default button would leave it.
    private void drawAtEnter(KeyEvent pressed) {
        if (pressed.getCode() == KeyCode.ENTER) {
            k.commitValue();
            pressed.consume();
        }
    }

    /// What the button would do is its tooltip and its name.
    private void step(Button button, ObservableValue<String> words, String none) {
        var tip = new Tooltip();
        button.setTooltip(tip);
        words.subscribe(
                what -> {
                    String said = what.isEmpty() ? texts.get(none) : what;
                    button.setDisable(what.isEmpty());
                    button.setAccessibleText(said);
                    tip.setText(said);
                });
    }

    private static void tip(Control control) {
        control.setTooltip(new Tooltip(control.getAccessibleText()));
    }

    private void make(GraphChange change) {
        if (!following) {
            viewModel.make(change);
        }
    }

    /// A step of the history for each letting go, not for each place on the way.
    private void slide(double cosine) {
        double rounded = Math.round(cosine * 100) / 100.0;
        thresholdWords.setText(texts.get("threshold", Numbers.decimal(rounded, 2)));
        if (!threshold.isValueChanging()) {
            make(new GraphChange.Threshold(rounded));
        }
    }

    /// The controls say what the state is, also after undoing.
    private void follow(@Nullable GraphHistory history) {
        if (history == null) {
            return;
        }
        following = true;
        Exploration state = history.present();
        layout.setValue(state.layout());
        k.getValueFactory().setValue(state.k());
        if (Math.abs(threshold.getValue() - state.threshold()) > 0.005) {
            threshold.setValue(state.threshold());
        }
        slide(state.threshold());
        following = false;
    }

    private void show(@Nullable DrawnGraph drawn) {
        graph.show(drawn);
        save.setDisable(drawn == null);
    }

    private void select(@Nullable TokenNode node) {
        boolean middle = node == null || node.hub() == node.id();
        graph.select(node == null ? -1 : node.id());
        expand.setDisable(middle);
        look.setDisable(middle);
        pin.setDisable(node == null);
        if (node != null) {
            String expandKey = node.expanded() && !middle ? "collapse" : "expand";
            name(expand, expandKey, node);
            name(pin, node.pinned() ? "unpin" : "pin", node);
            name(look, "look", node);
            graph.setAccessibleText(
                    texts.get(
                            "graph",
                            viewModel.label(viewModel.root()),
                            viewModel.chosen().getValue()));
        }
    }

    private void name(Button button, String key, TokenNode node) {
        String what = texts.get(key + ".name", Isolated.of(node.label()));
        button.setText(texts.get(key));
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
    }

    @FXML
    void undo() {
        viewModel.undo();
    }

    @FXML
    void redo() {
        viewModel.redo();
    }

    @FXML
    void zoomIn() {
        graph.zoomIn();
    }

    @FXML
    void zoomOut() {
        graph.zoomOut();
    }

    @FXML
    void fit() {
        graph.fit();
    }

    @FXML
    void save() {
        String title = texts.get("save.svg", viewModel.label(viewModel.root()));
        viewModel
                .files()
                .savePicture(
                        texts.get("save.title"),
                        "graph",
                        svg -> graph.picture(svg, title, graphCaption.getText()));
    }

    @FXML
    void expand() {
        viewModel.selectedNode().ifPresent(node -> viewModel.toggle(node.id()));
    }

    @FXML
    void pin() {
        viewModel.selectedNode().ifPresent(graph::pinOrUnpin);
    }

    @FXML
    void look() {
        viewModel.selectedNode().ifPresent(node -> viewModel.lookAt(node.id()));
    }
}
