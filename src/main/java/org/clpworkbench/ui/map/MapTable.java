package org.clpworkbench.ui.map;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;

import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Makes a table view the table of the map's tokens: sorted off the JavaFX thread, its selected row
/// the token that the map's cursor stands on.
final class MapTable {
    private static final int ROWS_ABOVE = 3;

    private final Texts texts = Texts.of(MapView.class);
    private final TableView<MapToken> table;
    private final MapViewModel viewModel;
    private final Runnable showAll;

    /// @param showAll takes back what is searched for
    MapTable(TableView<MapToken> table, MapViewModel viewModel, Runnable showAll) {
        this.table = table;
        this.viewModel = viewModel;
        this.showAll = showAll;
        HeaderWidths.keep(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        viewModel.picture().subscribe(_ -> table.setPlaceholder(empty()));
        viewModel.model().subscribe(_ -> table.setPlaceholder(empty()));
        var columns = new MapColumns(table, viewModel.words()::kind);
        SortMenu.on(table);
        table.setItems(viewModel.rows().shown());
        table.setSortPolicy(
                sorted -> {
                    viewModel.rows().order().set(columns.order(sorted).orElse(null));
                    return true;
                });
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        viewModel.rows().shown().addListener((ListChangeListener<MapToken>) _ -> reveal());
        viewModel.cursor().subscribe(this::reveal);
    }

    private EmptyState empty() {
        if (!viewModel.paired()) {
            return new EmptyState(
                    texts.get("table.undrawn"), texts.get("models"), viewModel::chooseModels);
        }
        return viewModel.picture().get() != null
                ? new EmptyState(texts.get("table.none"), texts.get("table.search"), showAll)
                : new EmptyState(texts.get("table.undrawn"), texts.get("draw"), viewModel::draw);
    }

    private void selected(@Nullable MapToken token) {
        if (token != null) {
            viewModel.cursor().set(token.id());
        }
    }

    /// Shows the cursor's token where it stands now, if it is listed at all.
    private void reveal() {
        int wanted = viewModel.cursor().get();
        MapToken now = table.getSelectionModel().getSelectedItem();
        if (now != null && now.id() == wanted) {
            return;
        }
        int place = wanted < 0 ? -1 : viewModel.rows().place(row -> row.id() == wanted);
        if (place < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(place);
            table.scrollTo(Math.max(0, place - ROWS_ABOVE));
        }
    }
}
