package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The map's table without a map: of tokens that were made up.
class MapTableTest {
    private static final List<MapToken> FEW =
            List.of(
                    new MapToken(0, "zeta", TokenStanding.MISSING, "Latin", 0),
                    new MapToken(1, "·alpha", TokenStanding.SPECIAL, "special", 1),
                    new MapToken(2, "字", TokenStanding.ANCHOR, "Han", 2),
                    new MapToken(3, "beta", TokenStanding.ALONE, "Cyrillic", -1));

    @TempDir Path folder;
    private TestContext test;
    private MapViewModel viewModel;
    private TableView<MapToken> table;

    @BeforeEach
    void open() throws Exception {
        test = new TestContext(folder);
        viewModel = OnScreen.get(() -> new MapViewModel(test.context()));
        table =
                OnScreen.get(
                        () -> {
                            var made = new TableView<MapToken>();
                            var _ = new MapTable(made, viewModel, () -> {});
                            return made;
                        });
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(viewModel::close);
        test.close();
    }

    private List<Integer> ids() {
        return table.getItems().stream().map(MapToken::id).toList();
    }

    private void sortBy(int column, SortType type) {
        TableColumn<MapToken, ?> by = table.getColumns().get(column);
        by.setSortType(type);
        table.getSortOrder().setAll(List.of(by));
    }

    @Test
    void sortsByEveryColumnUpAndDown() throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.rows().set(FEW);
                    sortBy(0, SortType.ASCENDING);
                    assertThat(ids()).as("by token").containsExactly(3, 0, 1, 2);
                    sortBy(0, SortType.DESCENDING);
                    assertThat(ids()).containsExactly(2, 1, 0, 3);
                    sortBy(1, SortType.DESCENDING);
                    assertThat(ids()).as("by id").containsExactly(3, 2, 1, 0);
                    sortBy(2, SortType.ASCENDING);
                    assertThat(ids()).as("by kind, as in the legend").containsExactly(2, 0, 3, 1);
                    sortBy(3, SortType.ASCENDING);
                    assertThat(ids()).as("by script").containsExactly(3, 2, 0, 1);
                    table.getSortOrder().clear();
                    assertThat(ids()).containsExactly(0, 1, 2, 3);
                });
    }

    @Test
    void listsOnlyWhatIsSearchedForAndKeepsTheOrder() throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.rows().set(FEW);
                    sortBy(1, SortType.DESCENDING);
                    viewModel.search("ETA");
                    assertThat(ids()).containsExactly(3, 0);
                    viewModel.search("");
                    assertThat(ids()).containsExactly(3, 2, 1, 0);
                });
    }

    @Test
    void selectsTheTokenUnderTheCursorWhereverItStands() throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.rows().set(FEW);
                    viewModel.cursor().set(1);
                    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
                    sortBy(1, SortType.DESCENDING);
                    assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(FEW.get(1));
                    viewModel.search("zeta");
                    assertThat(table.getSelectionModel().getSelectedItem()).isNull();
                    assertThat(viewModel.cursor().get()).isEqualTo(1);
                    table.getSelectionModel().select(0);
                    assertThat(viewModel.cursor().get()).isZero();
                });
    }

    @Test
    void comparesTokensWithoutAskingForWords() throws Exception {
        var asked = new AtomicInteger();
        OnScreen.run(
                () -> {
                    var other = new TableView<MapToken>();
                    var columns = new MapColumns(other, _ -> "word " + asked.incrementAndGet());
                    for (TableColumn<MapToken, ?> column : other.getColumns()) {
                        other.getSortOrder().setAll(List.of(column));
                        var sorted = new ArrayList<>(FEW);
                        sorted.sort(columns.order(other).orElseThrow());
                        assertThat(sorted).containsExactlyInAnyOrderElementsOf(FEW);
                    }
                });
        assertThat(asked).hasValue(0);
    }

    @Test
    void arrangesManyOffTheJavaFxThread() throws Exception {
        var many = new ArrayList<MapToken>();
        for (int id = 0; id < 250_000; id++) {
            many.add(new MapToken(id, "·token" + id, TokenStanding.MISSING, "Latin", id));
        }
        OnScreen.run(
                () -> {
                    viewModel.rows().set(many);
                    viewModel.search("token24999");
                    sortBy(1, SortType.DESCENDING);
                    assertThat(ids()).as("at once").isEmpty();
                });
        OnScreen.await(() -> viewModel.rows().arranging().current().get() == null);
        // 24,999 and 249,990 to 249,999
        assertThat(OnScreen.get(this::ids)).hasSize(11).startsWith(249_999).endsWith(24_999);
    }
}
