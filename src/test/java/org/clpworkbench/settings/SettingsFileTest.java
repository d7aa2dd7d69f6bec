package org.clpworkbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

class SettingsFileTest {
    @TempDir Path folder;

    @Test
    void remembersWhatWasChanged() {
        Path file = folder.resolve("deep/settings.json");
        Path model = folder.resolve("model");
        try (var settings = new SettingsFile(file)) {
            settings.change(
                    now ->
                            now.withLooks(new Looks(Theme.DARK, 1.25, Language.GERMAN))
                                    .withFrame(new Frame(1100, 720, true)));
            settings.change(
                    now ->
                            now.withRecent(model)
                                    .withChosen(new Chosen("a", "b", "c", "d"))
                                    .withSession(new Session("RUNS", List.of(model), "e")));
        }
        try (var again = new SettingsFile(file)) {
            Settings read = again.current();
            assertThat(read.looks()).isEqualTo(new Looks(Theme.DARK, 1.25, Language.GERMAN));
            assertThat(read.frame()).isEqualTo(new Frame(1100, 720, true));
            assertThat(read.session()).isEqualTo(new Session("RUNS", List.of(model), "e"));
            assertThat(read.recentModels()).containsExactly(model);
            assertThat(read.chosen()).isEqualTo(new Chosen("a", "b", "c", "d"));
        }
        assertThat(file.resolveSibling("settings.json.part")).doesNotExist();
    }

    @Test
    void beginsAnewWhenTheFileIsNoJson() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{ half");
        try (var settings = new SettingsFile(file)) {
            assertThat(settings.current()).isEqualTo(Settings.FIRST);
        }
        assertThat(file).hasContent("{ half");
    }

    @Test
    void keepsTheLatestFoldersOnceEachTheNewestFirst() {
        Settings settings = Settings.FIRST;
        for (int folderNumber : IntStream.range(0, Settings.MOST_RECENT + 3).toArray()) {
            settings = settings.withRecent(Path.of("model-" + folderNumber));
        }
        settings = settings.withRecent(Path.of("model-9"));
        assertThat(settings.recentModels())
                .hasSize(Settings.MOST_RECENT)
                .doesNotHaveDuplicates()
                .startsWith(Path.of("model-9"), Path.of("model-14"));
    }
}
