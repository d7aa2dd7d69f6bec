package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.SideBySide;
import org.clpworkbench.transfer.SideBySide.Near;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// A token's neighbours in the source, the helper and a transferred model, side by side.
final class SpacesView {
    private final Texts texts = Texts.of(SpacesView.class);
    private final SpacesViewModel viewModel;
    private final IntFunction<TokenReference> tokens;
    private final IntConsumer go;
    private final SpaceColumn source = new SpaceColumn();
    private final SpaceColumn helper = new SpaceColumn();
    private final SpaceColumn transferred = new SpaceColumn();
    private final SpaceLinks sourceLinks = new SpaceLinks();
    private final SpaceLinks transferredLinks = new SpaceLinks();
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label verdict;
    @FXML private ProblemBar problem;
    @FXML private ComboBox<TransferredModel> model;
    @FXML private Button transfer;
    @FXML private CheckBox anchorsOnly;
    @FXML private Label sourceName;
    @FXML private Label sourceShare;
    @FXML private Label helperName;
    @FXML private Label transferredShare;
    @FXML private GridPane columns;

    SpacesView(SpacesViewModel viewModel, IntFunction<TokenReference> tokens, IntConsumer go) {
        this.viewModel = viewModel;
        this.tokens = tokens;
        this.go = go;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.looking(), viewModel::look));
        verdict.textProperty().bind(viewModel.verdict());
        problem.tell(viewModel.problem());
        problem.offer(Texts.of(NeighboursView.class).get("models"), viewModel::chooseModels);
        model.setItems(viewModel.models());
        model.setConverter(new WordConverter<>(TransferredModel::words));
        model.valueProperty().bindBidirectional(viewModel.chosen());
        Hint.withChoice(model);
        var some = Bindings.isNotEmpty(viewModel.models());
        model.visibleProperty().bind(some);
        model.managedProperty().bind(some);
        transfer.visibleProperty().bind(some.not());
        transfer.managedProperty().bind(some.not());
        anchorsOnly.selectedProperty().bindBidirectional(viewModel.anchorsOnly());
        Hint.on(anchorsOnly, texts.get("anchorsOnly.hint"));
        Hint.on(sourceShare, texts.get("agreement.hint"));
        Hint.on(transferredShare, texts.get("agreement.hint"));
        columns.addRow(0, source, sourceLinks, helper, transferredLinks, transferred);
        viewModel.found().subscribe(this::show);
        viewModel.problem().subscribe(reason -> clear(!reason.isEmpty()));
        viewModel.looking().cancelled().subscribe(job -> clear(job != null));
    }

    /// What is there stays until the next is, if one is on its way.
    private void show(@Nullable SideBySide found) {
        if (found == null) {
            clear(viewModel.looking().current().get() == null);
            return;
        }
        sourceName.setText(viewModel.sourceName());
        helperName.setText(viewModel.helperName());
        fill(
                source,
                found.source(),
                near -> near.isAmong(found.helper()),
                near ->
                        near.targetIds().isEmpty()
                                ? viewModel.sourceToken(near.id())
                                : tokens.apply(near.targetIds().getFirst()));
        fill(
                helper,
                found.helper(),
                near -> near.isAmong(found.source()) || near.isAmong(found.transferred()),
                near -> tokens.apply(near.id()));
        fill(
                transferred,
                found.transferred(),
                near -> near.isAmong(found.helper()),
                near -> tokens.apply(near.id()));
        sourceLinks.join(found.source(), found.helper());
        transferredLinks.join(found.helper(), found.transferred());
        sourceShare.setText(
                found.source().isEmpty()
                        ? texts.get("source.none", viewModel.sourceName())
                        : viewModel.agreement(found, found.source()));
        transferredShare.setText(
                found.transferred().isEmpty()
                        ? texts.get("transferred.none")
                        : viewModel.agreement(found, found.transferred()));
    }

    /// Takes away what is of a token or a pair that is no longer asked about.
    private void clear(boolean failed) {
        if (failed && viewModel.found().get() == null) {
            List.of(source, helper, transferred).forEach(each -> each.getChildren().clear());
            sourceLinks.join(List.of(), List.of());
            transferredLinks.join(List.of(), List.of());
            List.of(sourceName, sourceShare, helperName, transferredShare)
                    .forEach(each -> each.setText(""));
        }
    }

    private void fill(
            SpaceColumn column,
            List<Near> nearest,
            Predicate<Near> shared,
            Function<Near, TokenReference> reference) {
        column.show(
                nearest,
                shared,
                reference,
                near -> go.accept(near.targetIds().getFirst()),
                this::point);
    }

    private void point(Near at, boolean now) {
        sourceLinks.point(at, now);
        transferredLinks.point(at, now);
    }

    @FXML
    void transfer() {
        viewModel.transfer();
    }
}
