package org.clpworkbench.ui.common;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;

/// What the columns of a table mean, shown when the mouse rests on their titles.
public final class HeaderHints {
    private static final String HINT = "clp.hint";
    private static final double WIDTH = 360;

    private HeaderHints() {}

    public static void on(TableColumn<?, ?> column, String sentence) {
        column.getProperties().put(HINT, sentence);
    }

    /// On a line of its own below what is said already.
    static void add(TableColumn<?, ?> column, String sentence) {
        column.getProperties().merge(HINT, sentence, (said, more) -> said + "\n" + more);
    }

    /// From now on, for the table's columns and those that it gets later.
    public static void keep(TableView<?> table) {
        table.skinProperty().subscribe(() -> Platform.runLater(() -> hint(table)));
        table.getColumns()
                .addListener(
                        (ListChangeListener<TableColumn<?, ?>>)
                                _ -> Platform.runLater(() -> hint(table)));
    }

    private static void hint(TableView<?> table) {
        table.layout(); // makes the headers of new columns
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && header.getTableColumn() != null
                    && header.getTableColumn().getProperties().get(HINT) instanceof String words) {
                var tooltip = new Tooltip(words);
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(WIDTH);
                Tooltip.install(header, tooltip);
                header.setAccessibleHelp(words);
            }
        }
    }
}
