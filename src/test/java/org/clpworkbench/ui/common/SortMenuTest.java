package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Function;

/// A table of three rows, sorted from the keyboard.
class SortMenuTest {
    private record Row(String name, int size) {}

    private final Person person = new Person(() -> this.scene);
    private TableView<Row> table;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        table = OnScreen.get(SortMenuTest::made);
        scene = OnScreen.get(() -> OnScreen.show(new StackPane(table), 500, 300));
        OnScreen.run(() -> table.requestFocus());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
    }

    private static TableView<Row> made() {
        var table = new TableView<Row>();
        table.getColumns().add(column("Name", Row::name));
        table.getColumns().add(column("Place", row -> "here"));
        table.getColumns().getLast().setSortable(false);
        table.getColumns().add(column("", Row::size));
        table.getColumns().getLast().setGraphic(new Label("Size"));
        table.getItems().setAll(new Row("b", 9), new Row("c", 10), new Row("a", 100));
        SortMenu.on(table);
        return table;
    }

    private static <T> TableColumn<Row, T> column(String title, Function<Row, T> value) {
        var column = new TableColumn<Row, T>(title);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
        return column;
    }

    private List<String> names() throws Exception {
        return OnScreen.get(() -> table.getItems().stream().map(Row::name).toList());
    }

    @Test
    void sortsByTheColumnThatIsTakenAndTheOtherWayRoundByTheSameOnceMore() throws Exception {
        person.press(KeyCode.F3);
        person.takeByKeys("Size");
        assertThat(names()).containsExactly("b", "c", "a");
        person.press(KeyCode.F3);
        person.takeByKeys("Size (now ascending)");
        assertThat(names()).containsExactly("a", "c", "b");
        person.press(KeyCode.F3);
        person.takeByKeys("Name");
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void isPartOfTheTablesMenuWithTheColumnsThatCanBeSortedBy() throws Exception {
        List<String> offered =
                OnScreen.get(
                        () -> {
                            var menu = table.getContextMenu();
                            menu.show(table, 100, 100);
                            Menu sorting = (Menu) menu.getItems().getLast();
                            menu.hide();
                            return sorting.getItems().stream().map(MenuItem::getText).toList();
                        });
        assertThat(offered).containsExactly("Name", "Size");
    }

    @Test
    void tellsOfItsKey() {
        assertThat(table.getAccessibleHelp()).contains("F3");
    }
}
