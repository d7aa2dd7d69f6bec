package org.clpworkbench.ui.overlap;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Makes a table view the table of the helper's tokens: sorted off the JavaFX thread, and linked
/// with what is selected elsewhere.
final class TokenTable {
    private static final int ROWS_ABOVE = 3;

    private final Texts texts = Texts.of(OverlapView.class);
    private final OverlapViewModel viewModel;
    private final TableView<TokenRow> table;
    private final TokenColumns columns;

    TokenTable(OverlapViewModel viewModel, TableView<TokenRow> table) {
        this.viewModel = viewModel;
        this.table = table;
        this.columns = new TokenColumns(table);
        table.getStyleClass().add("token-table");
        table.setAccessibleText(texts.get("table.name"));
        HeaderWidths.keep(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setItems(viewModel.rows().shown());
        table.setSortPolicy(
                sorted -> {
                    viewModel.rows().order().set(columns.order(sorted).orElse(null));
                    return true;
                });
        table.setRowFactory(any -> row());
        table.setContextMenu(menu());
        SortMenu.on(table);
        table.setOnKeyPressed(
                pressed -> {
                    if (pressed.getCode() == KeyCode.ENTER) {
                        withSelected(row -> viewModel.explore(row.id()));
                        pressed.consume();
                    }
                });
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        viewModel.selected().subscribe(this::reveal);
        viewModel.rows().shown().addListener((ListChangeListener<TokenRow>) _ -> reveal());
        viewModel.tokens().subscribe(this::showCounts);
        table.placeholderProperty()
                .bind(
                        Bindings.createObjectBinding(
                                this::placeholder,
                                viewModel.tokens(),
                                viewModel.pair().source(),
                                viewModel.pair().helper(),
                                viewModel.problem(),
                                viewModel.matching().cancelled(),
                                viewModel.rows().arranging().current()));
    }

    private TableRow<TokenRow> row() {
        var row = new TableRow<TokenRow>();
        row.setOnMouseClicked(
                clicked -> {
                    TokenRow item = row.getItem();
                    if (clicked.getClickCount() == 2 && item != null) {
                        viewModel.explore(item.id());
                    }
                });
        return row;
    }

    private ContextMenu menu() {
        var explore = new MenuItem(texts.get("menu.explore"));
        explore.setOnAction(_ -> withSelected(row -> viewModel.explore(row.id())));
        var copy = new MenuItem(texts.get("menu.copy"));
        copy.setOnAction(_ -> withSelected(row -> TextClipboard.put(row.display())));
        var copySpelled = new MenuItem(texts.get("menu.copy.spelled"));
        copySpelled.setOnAction(_ -> withSelected(row -> TextClipboard.put(row.raw())));
        return new ContextMenu(explore, copy, copySpelled);
    }

    private void withSelected(Consumer<TokenRow> what) {
        TokenRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            what.accept(row);
        }
    }

    private void selected(@Nullable TokenRow row) {
        if (row != null) {
            viewModel.selected().set(row.id());
        }
    }

    /// Shows the selected token where it stands now, if it is shown at all.
    private void reveal() {
        Integer wanted = viewModel.selected().get();
        TokenRow now = table.getSelectionModel().getSelectedItem();
        if (wanted == null || (now != null && now.id() == wanted)) {
            return;
        }
        int place = viewModel.rows().place(wanted);
        if (place < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(place);
            table.scrollTo(Math.max(0, place - ROWS_ABOVE));
        }
    }

    private void showCounts() {
        TokensOnShow tokens = viewModel.tokens().get();
        columns.showCounts(tokens != null && tokens.counts().isPresent());
    }

    private Region placeholder() {
        boolean chosen =
                viewModel.pair().source().get() != null && viewModel.pair().helper().get() != null;
        if (!chosen) {
            return offer("table.no.models", "models", viewModel::chooseModels);
        }
        if (viewModel.tokens().get() != null) {
            return viewModel.rows().arranging().current().get() == null
                    ? offer("table.none", "table.all", viewModel.rows()::showAll)
                    : new EmptyState(texts.get("table.arranging"));
        }
        if (viewModel.matching().cancelled().get() != null) {
            return offer("table.cancelled", "again", viewModel::compare);
        }
        return viewModel.problem().get().isEmpty()
                ? new EmptyState(texts.get("answer.reading"))
                : offer("table.failed", "models", viewModel::chooseModels);
    }

    private EmptyState offer(String sentence, String button, Runnable act) {
        return new EmptyState(texts.get(sentence), texts.get(button), act);
    }
}
