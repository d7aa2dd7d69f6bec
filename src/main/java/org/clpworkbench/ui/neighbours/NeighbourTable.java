package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.TokenNode;
import org.jspecify.annotations.Nullable;

/// The table that says what the graph shows: what is selected in one is selected in the other, and
/// double click and Enter expand in both.
final class NeighbourTable {
    private final Texts texts = Texts.of(NeighboursView.class);
    private final TableView<TokenNode> table;
    private final NeighboursViewModel viewModel;
    private boolean following;

    NeighbourTable(TableView<TokenNode> table, NeighboursViewModel viewModel) {
        this.table = table;
        this.viewModel = viewModel;
        HeaderWidths.keep(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        NeighbourColumns.addTo(table, viewModel::token);
        SortMenu.on(table);
        table.placeholderProperty()
                .bind(
                        Bindings.createObjectBinding(
                                this::placeholder,
                                viewModel.paired(),
                                viewModel.space(),
                                viewModel.opening().current(),
                                viewModel.graph().drawn()));
        table.setRowFactory(_ -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        viewModel.graph().drawn().subscribe(this::show);
        viewModel.graph().selected().subscribe(this::select);
    }

    private EmptyState placeholder() {
        if (!viewModel.paired().get()) {
            return new EmptyState(
                    texts.get("table.no.models"),
                    texts.get("table.models"),
                    viewModel::chooseModels);
        }
        if (viewModel.graph().drawn().get() != null) {
            return new EmptyState(
                    texts.get("table.none"), texts.get("table.any"), viewModel::lookFurther);
        }
        boolean coming =
                viewModel.opening().current().get() != null || viewModel.space().get() != null;
        return coming
                ? new EmptyState(texts.get("table.waiting"))
                : new EmptyState(
                        texts.get("table.failed"), texts.get("table.again"), viewModel::openSpace);
    }

    private TableRow<TokenNode> row() {
        var row = new TableRow<TokenNode>();
        row.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                clicked -> {
                    if (clicked.getClickCount() == 2 && row.getItem() != null) {
                        viewModel.graph().toggle(row.getItem().id());
                    }
                });
        return row;
    }

    private void press(KeyEvent pressed) {
        TokenNode node = table.getSelectionModel().getSelectedItem();
        if (pressed.getCode() == KeyCode.ENTER && node != null) {
            if (pressed.isShiftDown()) {
                viewModel.go(node.id());
            } else {
                viewModel.graph().toggle(node.id());
            }
            pressed.consume();
        }
    }

    private void show(@Nullable DrawnGraph drawn) {
        following = true;
        if (drawn == null) {
            table.getItems().clear();
        } else {
            table.getItems().setAll(NeighbourRows.of(drawn.picture()));
            table.sort();
        }
        following = false;
    }

    private void selected(@Nullable TokenNode node) {
        if (!following && node != null) {
            viewModel.graph().select(node.id());
        }
    }

    /// Of a token's rows the one that is selected stays it.
    private void select(@Nullable TokenNode node) {
        following = true;
        TokenNode row = table.getSelectionModel().getSelectedItem();
        if (node == null || !table.getItems().contains(node)) {
            table.getSelectionModel().clearSelection();
        } else if (row == null || row.id() != node.id()) {
            table.getSelectionModel().select(node);
            table.scrollTo(node);
        }
        following = false;
    }
}
