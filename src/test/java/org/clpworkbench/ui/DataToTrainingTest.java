package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;

import org.clpworkbench.data.text.WrittenFiles;
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
import java.util.List;
import java.util.stream.Collectors;

/// From a folder of packed JSON Lines to runs that were trained on it, by mouse and keys.
class DataToTrainingTest {
    @Test
    void trainsOnAFolderOfRowsThatWasChosenAndPrepared(@TempDir Path folder) throws Exception {
        Path workspace = folder.resolve("workspace");
        Path news = news(folder.resolve("news"), new Workspace(workspace));
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.DATA);
            window.await("the embedded text", () -> window.text("#answer").contains("tokens"));
            window.dialogs().willAnswer(news);
            window.click("#add-folder");
            window.await("the column's lack", () -> window.text("#problem").contains("body"));
            window.typeByKeys("#column", "body");
            // two files of 150 rows
            window.await("the count", () -> window.text("#answer").contains("300 documents"));
            window.await("to be ready", () -> !window.node("#prepare", Button.class).isDisabled());
            window.click("#prepare");
            window.await("the tokens", () -> window.text("#place").startsWith("Prepared"));
            window.open(ScreenName.TRAINING);
            window.await("the form", () -> window.text("#text").equals("news"));
            assertThat(window.text("#validation")).isEqualTo("5\u202f% of the documents");
            MainJob.race(window, 4, 2, 64);
        }
        List<RunFolder> runs = RunFolder.list(workspace.resolve("runs"));
        assertThat(runs).hasSize(2);
        for (RunFolder run : runs) {
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.spec().text()).hasFileName("training.tokens");
            assertThat(run.spec().validation()).hasFileName("validation.tokens");
            assertThat(run.spec().text().getParent().getParent())
                    .isEqualTo(workspace.resolve("data"));
        }
        remembers(workspace, news);
    }

    private static void remembers(Path workspace, Path news) {
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            var data = settings.current().chosen().data().orElseThrow();
            assertThat(data.inputs()).containsExactly(news.toString());
            assertThat(data.choices().column()).contains("body");
            assertThat(data.choices().validationShare()).isEqualTo(0.05);
        }
    }

    private static Path news(Path folder, Workspace workspace) throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(workspace.embedded());
        List<String> lines =
                Files.readAllLines(demo.validation()).stream()
                        .filter(line -> line.length() > 200)
                        .distinct()
                        .limit(300)
                        .toList();
        WrittenFiles.write(folder.resolve("a.jsonl.gz"), rows(lines.subList(0, 150)));
        WrittenFiles.write(folder.resolve("b.jsonl.gz"), rows(lines.subList(150, 300)));
        return folder;
    }

    private static String rows(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace("\\", " ").replace('"', '\'').replace('\t', ' '))
                .map(line -> "{\"body\": \"" + line + "\"}\n")
                .collect(Collectors.joining());
    }
}
