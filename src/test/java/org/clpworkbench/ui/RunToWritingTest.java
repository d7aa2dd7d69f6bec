package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.runs.RunEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// From runs to what their models write, through the whole window.
class RunToWritingTest {
    @TempDir private Path workspace;
    private WorkbenchWindow window;

    @BeforeEach
    void openOnThreeRuns() throws Exception {
        for (String method : new String[] {"random", "mean", "linear"}) {
            RunFolder run = MadeUpRuns.create(workspace, method, 200);
            MadeUpRuns.ended(MadeUpRuns.train(run, 200, 9, 6), 200, "done", "");
            MadeUpRuns.wholeCheckpoint(run, 200);
        }
        window = WorkbenchWindow.open(workspace);
        // two others are chosen there by now
        window.open(ScreenName.GENERATE);
        window.await("models that write", () -> writers().size() == 2);
        window.open(ScreenName.RUNS);
        window.await("the runs", () -> table().getItems().size() == 3);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theSelectedRunWritesAndNoOther() {
        select("random");
        window.click("#letWrite");
        window.await("its model", () -> writers().equals(Set.of("random")));
        assertThat(WorkbenchWindow.onFxThread(this::columns)).isEqualTo(1);
    }

    @Test
    void theRunsInTheChartWrite() {
        select("mean");
        window.click("#chart");
        // the baseline comes along
        window.await("the chart", () -> window.shows("#compare-mean"));
        window.click("#letWrite");
        window.await("both models", () -> writers().equals(Set.of("random", "mean")));
        assertThat(WorkbenchWindow.onFxThread(this::columns)).isEqualTo(2);
    }

    private void select(String method) {
        WorkbenchWindow.onFxThread(
                () -> {
                    for (int row = 0; row < table().getItems().size(); row++) {
                        if (table().getItems().get(row) instanceof RunEntry run
                                && run.id().endsWith("_" + method)) {
                            table().getSelectionModel().clearAndSelect(row);
                        }
                    }
                    return true;
                });
    }

    /// The models that are ticked on the Generate screen.
    private Set<String> writers() {
        return window.scene().getRoot().lookupAll(".writer-list .check-box").stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .collect(Collectors.toSet());
    }

    private int columns() {
        return window.scene().getRoot().lookupAll(".writer").size();
    }

    private TableView<?> table() {
        return window.node("#table", TableView.class);
    }
}
