package org.clpworkbench.ui.common;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// The columns that a table can be sorted by, as a menu: their heads are out of the keyboard's
/// reach. F3 opens it, and it is part of the table's own menu.
public final class SortMenu {
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.F3);

    private SortMenu() {}

    /// To be called when a table has its columns and, where it has one, its own menu.
    public static <R> void on(TableView<R> table) {
        var texts = Texts.of(SortMenu.class);
        table.setAccessibleHelp(texts.get("help"));
        for (TableColumn<R, ?> column : table.getColumns()) {
            // what stands in the place of a title has a hint of its own
            if (column.isSortable() && column.getGraphic() == null) {
                HeaderHints.add(column, texts.get("hint"));
            }
        }
        HeaderHints.keep(table);
        addToMenu(table, new Menu(texts.get("menu")));
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (OPEN.match(key)) {
                        open(table);
                        key.consume();
                    }
                });
    }

    private static <R> void addToMenu(TableView<R> table, Menu sorting) {
        ContextMenu menu = table.getContextMenu();
        if (menu == null) {
            menu = new ContextMenu();
            table.setContextMenu(menu);
        } else {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(sorting);
        menu.setOnShowing(_ -> sorting.getItems().setAll(items(table)));
    }

    private static <R> void open(TableView<R> table) {
        var menu = new ContextMenu();
        menu.getItems().setAll(items(table));
        menu.show(table.lookup(".column-header-background"), Side.BOTTOM, 0, 0);
    }

    private static <R> List<MenuItem> items(TableView<R> table) {
        return table.getVisibleLeafColumns().stream()
                .filter(TableColumn::isSortable)
                .map(column -> item(table, column))
                .toList();
    }

    private static <R> MenuItem item(TableView<R> table, TableColumn<R, ?> column) {
        var item = new MenuItem(words(table, column));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> sortBy(table, column));
        return item;
    }

    private static <R> String words(TableView<R> table, TableColumn<R, ?> column) {
        String title =
                column.getGraphic() instanceof Label head ? head.getText() : column.getText();
        if (!isOrder(table, column)) {
            return title;
        }
        var texts = Texts.of(SortMenu.class);
        return column.getSortType() == SortType.ASCENDING
                ? texts.get("up", title)
                : texts.get("down", title);
    }

    private static <R> boolean isOrder(TableView<R> table, TableColumn<R, ?> column) {
        return table.getSortOrder().equals(List.of(column));
    }

    /// The other way round where it is the order already.
    private static <R> void sortBy(TableView<R> table, TableColumn<R, ?> column) {
        boolean up = !isOrder(table, column) || column.getSortType() == SortType.DESCENDING;
        column.setSortType(up ? SortType.ASCENDING : SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }
}
