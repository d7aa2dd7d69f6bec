package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs that differ in their seed alone as one row.
class SeedsTogetherTest extends OpenedRuns {
    private final List<Path> focus = new ArrayList<>();

    @Override
    void makeFirstRuns() throws IOException {
        keep(done("random", 42, 6.4));
        for (int seed = 1; seed <= 3; seed++) {
            focus.add(done("focus", seed, 5.51 + 0.1 * seed).path());
        }
        done("linear", 42, 5.9);
    }

    @BeforeEach
    void awaitThem() throws Exception {
        OnScreen.await(() -> table().getItems().size() == 5);
    }

    @Test
    void haveMeanAndRangeAndLeadToAllOfThem() throws Exception {
        person.click("#seeds");
        OnScreen.await(() -> table().getItems().size() == 3);
        int row = rowOf("focus, 3 seeds");
        // each ends at its floor + (8 − floor) · e⁻⁵ + 0.05: 5.6761, 5.7754 and 5.8748
        assertThat(text("validation", row)).isEqualTo("5.775 (5.676 … 5.875)");
        assertThat(text("saved", row)).matches("−\\d+.% \\(−\\d+.% … −\\d+.%\\)");
        assertThat(text("seed", row)).isEqualTo("1, 2, 3");
        assertThat(text("state", row)).isEqualTo("done");
        OnScreen.picture(scene, Path.of("target/pictures/runs-seeds.png"));

        OnScreen.run(() -> table().getSelectionModel().clearAndSelect(row));
        OnScreen.await(() -> node("#several").isVisible());
        assertThat(label("#differing")).isEqualTo("These 3 runs differ in one setting:");
        assertThat(label("#repetitions")).startsWith("3 seeds: ");
        assertThat(((TableView<?>) node("#differences")).getColumns())
                .extracting(column -> column.getText())
                .contains("focus, seed 1", "focus, seed 2", "focus, seed 3");
        person.click("#chart");
        assertThat(recorder.shownRuns)
                .containsAll(focus)
                .contains(kept("random").path())
                .hasSize(4);

        person.click("#seeds");
        OnScreen.await(() -> table().getItems().size() == 5);
        assertThat(viewModel.selected())
                .extracting(RunEntry::folder)
                .containsExactlyInAnyOrderElementsOf(focus);
    }

    @Test
    void openWhereTheyStandByTheArrowKeysAndCloseAgain() throws Exception {
        person.click("#seeds");
        OnScreen.await(() -> table().getItems().size() == 3);
        OnScreen.run(
                () -> {
                    table().getSortOrder().setAll(List.of(column("validation")));
                    table().sort();
                    table().getSelectionModel().clearAndSelect(0);
                    table().requestFocus();
                });
        person.press(KeyCode.RIGHT);
        List<String> names = names(6);
        assertThat(names)
                .containsExactly(
                        "focus, 3 seeds",
                        "seed 1",
                        "seed 2",
                        "seed 3",
                        "linear",
                        "random (baseline)");
        assertThat(text("validation", 1)).isEqualTo("5.676");
        OnScreen.picture(scene, Path.of("target/pictures/runs-seeds-open.png"));

        // the other way round they follow their row all the same
        OnScreen.run(() -> column("validation").setSortType(TableColumn.SortType.DESCENDING));
        assertThat(names(6))
                .containsExactly(
                        "random (baseline)",
                        "linear",
                        "focus, 3 seeds",
                        "seed 3",
                        "seed 2",
                        "seed 1");
        OnScreen.run(() -> table().getSelectionModel().clearAndSelect(4));
        assertThat(viewModel.selected()).extracting(RunEntry::folder).containsExactly(focus.get(1));
        person.press(KeyCode.LEFT);
        assertThat(names(3)).containsExactly("random (baseline)", "linear", "focus, 3 seeds");
        assertThat(viewModel.selected()).singleElement().isInstanceOf(RunEntry.Repeated.class);
    }

    @Test
    void openByTheArrowBeforeTheNameAndEachRunCountsOnce() throws Exception {
        person.click("#seeds");
        OnScreen.await(() -> table().getItems().size() == 3);
        person.click(".table-cell .group-arrow");
        OnScreen.await(() -> table().getItems().size() == 6);
        OnScreen.run(() -> table().getSelectionModel().selectAll());
        person.click("#chart");
        assertThat(recorder.shownRuns).doesNotHaveDuplicates().hasSize(5);
        person.click(".table-cell .group-arrow");
        OnScreen.await(() -> table().getItems().size() == 3);
    }

    @Test
    void areSortedByTheirMeanAmongTheOthers() throws Exception {
        OnScreen.run(
                () -> {
                    ((CheckBox) node("#seeds")).setSelected(true);
                    table().getSortOrder().setAll(List.of(column("validation")));
                    table().sort();
                });
        assertThat(List.of(text("name", 0), text("name", 1), text("name", 2)))
                .containsExactly("focus, 3 seeds", "linear", "random (baseline)");
    }

    @Test
    void haveNoMeanBeforeAllHaveComeToTheSameStep() throws Exception {
        RunFolder fourth = MadeUpRuns.create(folder, "focus", 200, 4);
        MadeUpRuns.train(fourth, 100, 8, 5.5);
        OnScreen.run(() -> ((CheckBox) node("#seeds")).setSelected(true));
        OnScreen.await(
                () ->
                        RunsViewModel.readable(viewModel.entries()).stream()
                                .anyMatch(run -> run.figures().step() == 100));
        int row = rowOf("focus, 4 seeds");
        assertThat(text("validation", row)).isEqualTo("–");
        assertThat(text("state", row)).isEqualTo("3 of 4 done");
        assertThat(text("step", row)).isEqualTo("100 / 200");
    }

    @Test
    void goToTheBinTogether() throws Exception {
        person.click("#seeds");
        OnScreen.await(() -> table().getItems().size() == 3);
        int row = rowOf("focus, 3 seeds");
        OnScreen.run(() -> table().getSelectionModel().clearAndSelect(row));
        OnScreen.run(() -> node("#table").requestFocus());
        person.press(KeyCode.DELETE);
        assertThat(recorder.asked).singleElement().asString().contains(names());
    }

    @Test
    void aTitleTellsThatTheLossIsAMovingAverage() throws Exception {
        OnScreen.await(() -> hint("loss").contains("moving average"));
        assertThat(hint("validation")).contains("last evaluation", "By keyboard: F3");
    }

    private String hint(String column) {
        return table().lookupAll(".column-header").stream()
                .filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast)
                .filter(header -> column(column).equals(header.getTableColumn()))
                .map(header -> header.getProperties().get("javafx.scene.control.Tooltip"))
                .map(tip -> tip instanceof Tooltip shown ? shown.getText() : "")
                .findFirst()
                .orElse("");
    }

    private List<String> names(int rows) throws Exception {
        OnScreen.await(() -> table().getItems().size() == rows);
        var names = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            names.add(text("name", row));
        }
        return names;
    }

    private List<String> names() {
        return focus.stream().map(path -> String.valueOf(path.getFileName())).toList();
    }

    /// Ends after 200 steps at its floor.
    private RunFolder done(String method, int seed, double floor) throws IOException {
        RunFolder run = MadeUpRuns.create(folder, method, 200, seed);
        MadeUpRuns.train(run, 200, 8, floor);
        MadeUpRuns.ended(run, 200, "done", "");
        return run;
    }

    private int rowOf(String name) throws Exception {
        for (int row = 0; row < table().getItems().size(); row++) {
            if (text("name", row).equals(name)) {
                return row;
            }
        }
        throw new AssertionError("No row is called " + name);
    }
}
