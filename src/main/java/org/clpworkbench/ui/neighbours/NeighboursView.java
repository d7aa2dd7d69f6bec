package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.transfer.TokenSpace.Neighbour;
import org.clpworkbench.transfer.TokenSpace.Neighbourhood;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.graph.TokenGraph;
import org.clpworkbench.ui.graph.TokenLink;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.ui.graph.TokenPicture;
import org.clpworkbench.ui.map.MapPages;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/// A token among its neighbours: the graph, the table, the mixture.
public final class NeighboursView {
    private final Texts texts = Texts.of(NeighboursView.class);
    private final NeighboursViewModel viewModel;
    private final TokenGraph graph;
    private final MixturePanel mixture;
    private final MapPages pages;

    @FXML private VBox top;
    @FXML private Label answer;
    @FXML private Label standing;
    @FXML private Label problem;
    @FXML private TextField search;
    @FXML private ListView<TokenReference> found;
    @FXML private HBox examples;
    @FXML private Button back;
    @FXML private Slider k;
    @FXML private Label kWords;
    @FXML private BorderPane graphPlace;
    @FXML private TableView<Neighbour> table;
    @FXML private ComboBox<String> method;
    @FXML private VBox mixturePlace;
    @FXML private Label mixtureNone;

    public NeighboursView(NeighboursViewModel viewModel) {
        this.viewModel = viewModel;
        this.graph = new TokenGraph(viewModel::go);
        this.mixture = new MixturePanel(viewModel::token);
        this.pages = new MapPages(Fxml.load(this), viewModel.context());
    }

    public Parent root() {
        return pages;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.opening().current()));
        answer.textProperty().bind(viewModel.answer());
        standing.textProperty().bind(viewModel.standing());
        problem.textProperty().bind(viewModel.problem());
        problem.managedProperty().bind(viewModel.problem().isNotEmpty());
        new TokenSearch(search, found, viewModel::suggestions, viewModel::go);
        back.disableProperty().bind(viewModel.canGoBack().not());
        k.valueProperty().addListener((property, before, now) -> viewModel.k().set(now.intValue()));
        viewModel.k().subscribe(many -> k.setValue(many.doubleValue()));
        kWords.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.get("k", viewModel.k().get()), viewModel.k()));
        graphPlace.setCenter(graph);
        fillTable();
        chooseMethod();
        mixturePlace.getChildren().add(mixture);
        viewModel.space().subscribe(this::showExamples);
        viewModel.neighbourhood().subscribe(this::show);
        viewModel.mixture().subscribe(this::show);
    }

    private void fillTable() {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        NeighbourColumns.addTo(table, viewModel::token);
        table.setPlaceholder(new Label(texts.get("table.none")));
        table.setRowFactory(
                any -> {
                    var row = new TableRow<Neighbour>();
                    row.setOnMouseClicked(
                            clicked -> {
                                if (row.getItem() != null) {
                                    viewModel.go(row.getItem().id());
                                }
                            });
                    return row;
                });
    }

    private void chooseMethod() {
        TokenSpace.methods().forEach(entry -> method.getItems().add(entry.name()));
        method.setConverter(new WordConverter<>(name -> name));
        method.valueProperty().bindBidirectional(viewModel.method());
        var hint = new Tooltip();
        hint.setWrapText(true);
        hint.setMaxWidth(360);
        method.setTooltip(hint);
        method.valueProperty()
                .subscribe(
                        name ->
                                Methods.all().stream()
                                        .filter(entry -> entry.name().equals(name))
                                        .forEach(entry -> hint.setText(entry.explanation())));
    }

    private void showExamples() {
        examples.getChildren().clear();
        for (TokenReference token : viewModel.examples()) {
            var button = new Button();
            button.setGraphic(new TokenChip(token.display(), token.raw(), token.kind()));
            button.getStyleClass().addAll("flat", "example");
            button.setAccessibleText(texts.get("example", token.display()));
            button.setOnAction(pressed -> viewModel.go(token.id()));
            examples.getChildren().add(button);
        }
    }

    private void show(@Nullable Neighbourhood at) {
        if (at == null) {
            graph.show(null);
            table.getItems().clear();
            return;
        }
        table.getItems().setAll(at.neighbours());
        graph.show(
                new TokenPicture(
                        node(at.id(), 1),
                        at.neighbours().stream().map(n -> node(n.id(), n.cosine())).toList(),
                        at.links().stream()
                                .sorted(Comparator.comparingDouble(link -> -link.cosine()))
                                .limit(at.neighbours().size() * 3L / 2)
                                .map(link -> new TokenLink(link.from(), link.to(), link.cosine()))
                                .toList()));
        graph.setAccessibleText(texts.get("graph", viewModel.token(at.id()).display()));
        boolean missing = viewModel.token(at.id()).kind() == TokenKind.MISSING;
        mixturePlace.setVisible(missing);
        mixturePlace.setManaged(missing);
        mixtureNone.setVisible(!missing);
        mixtureNone.setManaged(!missing);
        method.setDisable(!missing);
        mixtureNone.setText(
                texts.get("mixture.none." + viewModel.token(at.id()).kind().styleClass()));
    }

    private void show(@Nullable Mixture made) {
        mixture.show(made);
    }

    private TokenNode node(int id, double cosine) {
        TokenReference token = viewModel.token(id);
        return new TokenNode(id, token.display(), token.kind(), cosine);
    }

    @FXML
    void back() {
        viewModel.back();
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
