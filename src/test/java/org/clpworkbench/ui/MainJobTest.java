package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class MainJobTest {
    @Test
    void transfersTheEmbeddedModelAndSeesTwoRunsInTheChart(@TempDir Path workspace)
            throws Exception {
        chooseAShortValidationText(workspace);
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

    /// Both runs are evaluated on all of it.
    private static void chooseAShortValidationText(Path workspace) throws IOException {
        var demo = EmbeddedDemo.unpack(new Workspace(workspace).embedded());
        Path text =
                Files.writeString(
                        workspace.resolve("short.txt"),
                        Files.readString(demo.validation()).substring(0, 20_000));
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            var data = DataSet.of(demo.training(), text);
            settings.change(now -> now.withChosen(now.chosen().withData(Optional.of(data))));
        }
    }
}
