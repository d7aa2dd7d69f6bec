package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class MainJobTest {
    @Test
    void transfersTheEmbeddedModelAndSeesTwoRunsInTheChart(@TempDir Path workspace)
            throws Exception {
        MainJob.chooseAShortValidationText(workspace);
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.TRANSFER);
            window.await(
                    "the estimate", () -> !window.node("#transfer", Button.class).isDisabled());
            window.click("#transfer");
            window.await("the report", () -> window.node("#train", Button.class).isVisible());
            assertThat(window.text("#answer")).contains("new rows are made");
            window.click("#train");
            window.await("the training screen", () -> window.shows("#startButton"));
            MainJob.race(window, 16, 2, 64);
            window.await(
                    "both curves",
                    () -> window.scene().getRoot().lookupAll(".end-label").size() == 2);
        }
        var runs = RunFolder.list(workspace.resolve("runs"));
        assertThat(runs).hasSize(2);
        for (RunFolder run : runs) {
            assertThat(run.state()).isEqualTo(RunState.DONE);
        }
    }
}
