package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// From a run to a race like it, through the whole window.
class RunToTrainingTest {
    @Test
    void theFormAndTheTextsAreThoseOfTheRun(@TempDir Path workspace) throws Exception {
        Files.createDirectories(workspace.resolve("models/own"));
        for (String text : new String[] {"train.txt", "valid.txt"}) {
            Files.writeString(workspace.resolve(text), "Ein Haus steht am Fluss. ".repeat(400));
        }
        MadeUpRuns.train(MadeUpRuns.create(workspace, "own", 123), 123, 8, 6);
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.DATA);
            window.await("the embedded text", () -> window.text("#answer").contains("tokens"));
            window.open(ScreenName.RUNS);
            window.await("the run", () -> table(window).getItems().size() == 1);
            WorkbenchWindow.onFxThread(
                    () -> {
                        table(window).getSelectionModel().select(0);
                        return true;
                    });
            window.await("its settings", () -> window.sees("#useSettings"));
            window.fire("#useSettings");
            window.await("the form", () -> window.shows("#steps"));
            window.await(
                    "its steps",
                    () -> window.node("#steps", TextField.class).getText().equals("123"));
            window.await("its text", () -> window.text("#text").equals("train.txt"));
            assertThat(window.text("#validation")).isEqualTo("valid.txt");
            assertThat(window.node("#start-own", CheckBox.class).isSelected()).isTrue();
        }
    }

    private static TableView<?> table(WorkbenchWindow window) {
        return window.node("#table", TableView.class);
    }
}
