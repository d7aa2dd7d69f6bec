package org.clpworkbench.ui.common;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/// Keeps a table's columns wide enough for their titles in whatever language, and their least
/// widths in step with the size of the texts.
public final class HeaderWidths {
    /// Room for the arrow of a sorted column, in widths of a letter.
    private static final double ARROW = 1.6;

    private static final String WATCHED = "clp.title-watched";
    private static final String LEAST = "clp.least-width";
    private static final String WANTED = "clp.wanted-width";
    private static final String SIZE = "clp.size-of-texts";

    private HeaderWidths() {}

    /// From now on, for the table's columns and those that it gets later.
    public static void keep(TableView<?> table) {
        table.skinProperty().subscribe(() -> Platform.runLater(() -> watch(table)));
        table.getColumns()
                .addListener(
                        (ListChangeListener<TableColumn<?, ?>>)
                                _ -> Platform.runLater(() -> watch(table)));
    }

    /// How wide a column is where nobody changes it.
    ///
    /// @param width in pixels, at the usual size of texts
    public static void prefer(TableColumn<?, ?> column, double width) {
        column.getProperties().put(WANTED, width);
        double size = (double) column.getProperties().getOrDefault(SIZE, TypeSize.USUAL);
        column.setPrefWidth(width * size / TypeSize.USUAL);
    }

    private static void watch(TableView<?> table) {
        table.layout(); // makes the headers of new columns
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && header.getTableColumn() != null
                    && header.lookup(".label") instanceof Label title
                    && title.getProperties().putIfAbsent(WATCHED, true) == null) {
                title.fontProperty().subscribe(() -> widen(header, title));
                title.textProperty().subscribe(() -> widen(header, title));
            }
        }
    }

    private static void widen(TableColumnHeader header, Label title) {
        TableColumnBase<?, ?> column = header.getTableColumn();
        double own =
                (double) column.getProperties().computeIfAbsent(LEAST, _ -> column.getMinWidth());
        double size = title.getFont().getSize();
        double forTitle = Math.ceil(title.prefWidth(-1) + ARROW * size);
        column.setMinWidth(Math.max(own * size / TypeSize.USUAL, forTitle));
        column.getProperties().put(SIZE, size);
        if (column.getProperties().get(WANTED) instanceof Double wanted) {
            column.setPrefWidth(wanted * size / TypeSize.USUAL);
        }
    }
}
