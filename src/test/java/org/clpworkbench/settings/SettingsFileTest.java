package org.clpworkbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelFiles;
import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.text.TextUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class SettingsFileTest {
    private static final DataSet DATA =
            new DataSet(
                    List.of("news", "more/**/*.csv.gz"),
                    Optional.empty(),
                    new DataChoices(
                            Optional.of("body.text"),
                            Optional.of("lang"),
                            Optional.of("de"),
                            Optional.of(UnicodeScript.LATIN),
                            TextUnit.PARAGRAPH,
                            true,
                            0.05,
                            7));

    private static final MapChoices MAP =
            new MapChoices(true, "helper", "T_SNE", "ROWS", 20, 40, 7, "SCRIPT");

    private static final Frame FRAME =
            new Frame(1100, 720, true, Optional.of(new Frame.Corner(-300, 40)));

    @TempDir Path folder;

    @Test
    void remembersWhatWasChanged() {
        Path file = folder.resolve("deep/settings.json");
        Path model = folder.resolve("model");
        var chart = new ChartChoices("TOKENS", true, true, 50, true, true, true, false, true);
        var table = new TableChoices(List.of("e"), List.of(new TableChoices.Column("seed", true)));
        var session =
                new Session(
                        "RUNS",
                        List.of(model),
                        "e",
                        chart,
                        table,
                        Optional.of(explored()),
                        new Layout(
                                true,
                                "text",
                                new OverlapChoices(
                                        "TEXT", "haus", "MISSING", "Guten Tag", "own", "kept"),
                                Optional.of(MAP)));
        try (var settings = new SettingsFile(file)) {
            settings.change(
                    now ->
                            now.withLooks(new Looks(Theme.DARK, 1.25, Language.GERMAN))
                                    .withFrame(FRAME));
            settings.change(
                    now ->
                            now.withRecent(model)
                                    .withChosen(new Chosen("a", "b", Optional.of(DATA)))
                                    .withSession(session)
                                    .withRunColours(Map.of("a", 3, "b", 0))
                                    .withMissingScripts(List.of("KHMER")));
        }
        try (var again = new SettingsFile(file)) {
            Settings read = again.current();
            assertThat(read.looks()).isEqualTo(new Looks(Theme.DARK, 1.25, Language.GERMAN));
            assertThat(read.frame()).isEqualTo(FRAME);
            assertThat(read.session()).isEqualTo(session);
            assertThat(read.runColours()).isEqualTo(Map.of("a", 3, "b", 0));
            assertThat(read.missingScripts()).containsExactly("KHMER");
            assertThat(read.recentModels()).containsExactly(model);
            assertThat(read.chosen()).isEqualTo(new Chosen("a", "b", Optional.of(DATA)));
        }
        assertThat(file.resolveSibling("settings.json.part")).doesNotExist();
    }

    private Explored explored() {
        Instant changed = Instant.parse("2026-11-23T10:15:02.5Z");
        var files = new ModelFiles(folder.resolve("model"), 12, changed);
        return new Explored(
                files,
                files,
                "SPACES",
                7,
                List.of(8, 9),
                List.of(new Explored.Pin(8, 0.25, -0.5)),
                25,
                0.6,
                "CIRCLE",
                Optional.of(new GraphSight(-1, -1, 2, 2, 1.25, 30, -4)));
    }

    @Test
    void remembersTheFirstTokensOnlyOfAGraphThatIsVeryLarge() {
        List<Integer> tokens = IntStream.range(0, 5000).boxed().toList();
        Explored small = explored();
        var large =
                new Explored(
                        small.source(),
                        small.helper(),
                        small.way(),
                        small.token(),
                        tokens,
                        tokens.stream().map(token -> new Explored.Pin(token, 0, 0)).toList(),
                        small.k(),
                        small.threshold(),
                        small.layout(),
                        small.sight());
        assertThat(large.expanded()).isEqualTo(tokens.subList(0, Explored.MOST));
        assertThat(large.pins()).hasSize(Explored.MOST);
        assertThat(ExploredJson.write(large).toPrettyString()).hasSizeLessThan(16_000);
    }

    /// The rest of the session is there all the same.
    @Test
    void beginsWithNoGraphWhereTheOneExploredIsDamaged() throws IOException {
        Path file = folder.resolve("settings.json");
        String whole = ExploredJson.write(explored()).toString();
        List<String> damaged =
                List.of(
                        "3",
                        "{}",
                        whole.replace("\"token\":7", "\"token\":\"seven\""),
                        whole.replace("\"x\":0.25", "\"x\":null"),
                        whole.replace("2026-11-23T", "yesterday"),
                        whole.replace("\"zoom\":1.25", "\"zoom\":-1"));
        assertThat(damaged).doesNotContain(whole);
        for (String each : damaged) {
            String session = "{\"screen\": \"RUNS\", \"neighbours\": %s}".formatted(each);
            Files.writeString(file, session);
            try (var settings = new SettingsFile(file)) {
                assertThat(settings.current().session().explored()).as(each).isEmpty();
                assertThat(settings.current().session().screen()).isEqualTo("RUNS");
            }
        }
        Files.writeString(file, "{\"neighbours\": %s}".formatted(whole));
        try (var settings = new SettingsFile(file)) {
            assertThat(settings.current().session().explored()).contains(explored());
        }
    }

    /// Settings of before there were data sets name two files, the embedded ones by nothing.
    @Test
    void readsTheTextsOfOlderSettings() throws IOException {
        Path file = folder.resolve("settings.json");
        Path text = Files.writeString(folder.resolve("mine.txt"), "Guten Tag.");
        Path embedded = Files.createDirectories(folder.resolve("embedded"));
        Path kept = Files.writeString(embedded.resolve("german-validation.txt"), "Guten Abend.");
        Files.writeString(file, "{\"text\": \"%s\", \"validation\": \"\"}".formatted(text));
        try (var older = new SettingsFile(file)) {
            assertThat(older.current().chosen().data()).contains(DataSet.of(text, kept));
        }
        Files.writeString(file, "{\"text\": \"\", \"validation\": \"\"}");
        try (var older = new SettingsFile(file)) {
            assertThat(older.current().chosen().data()).isEmpty();
        }
        Files.writeString(file, "{\"zoom\": 1.5, \"data\": {\"inputs\": []}}");
        try (var damaged = new SettingsFile(file)) {
            assertThat(damaged.current().chosen().data()).isEmpty();
            assertThat(damaged.current().looks().zoom()).isEqualTo(1.5);
        }
    }

    @Test
    void readsAroundALayoutThatIsDamagedOrMissing() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"screen\": \"RUNS\"}");
        try (var older = new SettingsFile(file)) {
            assertThat(older.current().session().layout()).isEqualTo(Layout.FIRST);
        }
        Files.writeString(
                file,
                """
                {"jobs": "yes", "segment": "hub", "overlap": {"page": 4, "search": "a"},
                 "map": {"open": true, "method": "PCA", "neighbours": "many", "seed": 3}}
                """);
        try (var damaged = new SettingsFile(file)) {
            assertThat(damaged.current().session().layout())
                    .isEqualTo(
                            new Layout(
                                    false,
                                    "hub",
                                    new OverlapChoices("", "a", "", "", "", ""),
                                    Optional.of(
                                            new MapChoices(true, "", "PCA", "", 15, 30, 3, ""))));
        }
    }

    /// Of a sentence as long as a book the beginning is kept, and no character in half.
    @Test
    void keepsTheBeginningOfAVeryLongSentence() {
        String sentence = "a" + "\ud83d\ude00".repeat(4_000);
        var kept = new OverlapChoices("", "", "", sentence, "", "");
        assertThat(kept.sentence()).hasSize(3_999);
        assertThat(sentence).startsWith(kept.sentence());
        assertThat(kept.sentence().codePointAt(3_997)).isEqualTo(0x1f600);
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

    /// A word of another program costs its entry, neither the rest nor what it said.
    @Test
    void readsAroundAnUnknownWordAndKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("settings.json");
        String old =
                """
                {"theme": "sepia", "language": "german", "zoom": 1.5, "width": "wide", "runs": 7,
                 "presets": [{"name": "Mine", "entries": {"steps": "9"}}]}
                """;
        Files.writeString(file, old);
        Path kept = folder.resolve("settings-damaged.json");
        try (var settings = new SettingsFile(file)) {
            Settings read = settings.current();
            assertThat(read.looks()).isEqualTo(new Looks(Theme.SYSTEM, 1.5, Language.GERMAN));
            assertThat(read.frame()).isEqualTo(Settings.FIRST.frame());
            assertThat(read.presets())
                    .containsExactly(new Preset(FormName.RACE, "Mine", Map.of("steps", "9")));
            assertThat(settings.laidAside()).contains(kept);
            settings.change(now -> now.withLooks(now.looks().withTheme(Theme.DARK)));
        }
        assertThat(kept).hasContent(old);
        try (var again = new SettingsFile(file)) {
            assertThat(again.current().looks().theme()).isEqualTo(Theme.DARK);
            assertThat(again.current().presets()).hasSize(1);
            assertThat(again.laidAside()).isEmpty();
        }
    }

    @Test
    void laysADamagedFileAsideBeforeItWritesAnother() throws IOException {
        Path file = folder.resolve("settings.json");
        for (String damaged : List.of("{ half", "[]", "")) {
            Files.writeString(file, damaged);
            try (var settings = new SettingsFile(file)) {
                assertThat(settings.current()).isEqualTo(Settings.FIRST);
                settings.change(now -> now.withRecent(folder));
                settings.change(now -> now.withRecent(file));
            }
            assertThat(folder.resolve("settings-damaged.json")).hasContent(damaged);
            try (var again = new SettingsFile(file)) {
                assertThat(again.current().recentModels()).containsExactly(file, folder);
            }
        }
    }

    @Test
    void remembersPresetsEachNameOnceForEachForm() {
        Path file = folder.resolve("settings.json");
        try (var settings = new SettingsFile(file)) {
            for (Preset preset :
                    List.of(
                            new Preset(FormName.RACE, "Mine", Map.of("steps", "1")),
                            new Preset(FormName.TRANSFER, "Mine", Map.of("seed", "3")),
                            new Preset(FormName.RACE, "Other", Map.of()),
                            new Preset(FormName.RACE, " mine ", Map.of("steps", "2")))) {
                settings.change(now -> now.withPreset(preset));
            }
        }
        try (var again = new SettingsFile(file)) {
            assertThat(again.current().presets(FormName.RACE))
                    .containsExactly(
                            new Preset(FormName.RACE, "Other", Map.of()),
                            new Preset(FormName.RACE, "mine", Map.of("steps", "2")));
            again.change(now -> now.withoutPreset(FormName.RACE, "mine"));
            assertThat(again.current().presets(FormName.TRANSFER))
                    .containsExactly(new Preset(FormName.TRANSFER, "Mine", Map.of("seed", "3")));
        }
    }

    @Test
    void readsAroundDamagedPresetsAndFilesWithoutAny() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"zoom\": 1.25}");
        try (var older = new SettingsFile(file)) {
            assertThat(older.current().presets()).isEmpty();
        }
        Files.writeString(
                file,
                """
                {"zoom": 1.25, "presets": [3, {"entries": {}}, {"name": " "},
                 {"name": "c", "form": "baking", "entries": {"steps": "9"}},
                 {"name": "a", "entries": 4}, {"name": "b", "entries": {"steps": "9", "x": [1]}}]}
                """);
        try (var damaged = new SettingsFile(file)) {
            assertThat(damaged.current().looks().zoom()).isEqualTo(1.25);
            assertThat(damaged.current().presets())
                    .containsExactly(
                            new Preset(FormName.RACE, "a", Map.of()),
                            new Preset(FormName.RACE, "b", Map.of("steps", "9", "x", "")));
        }
    }

    @Test
    void readsAroundColoursThatAreNoneAndChoicesThatAreMissing() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(
                file,
                """
                {"zoom": 1.25, "chart": {"band": true, "smoothing": -3},
                 "runColours": {"a": 2, "b": -1, "c": "red", "d": [4]}}
                """);
        try (var settings = new SettingsFile(file)) {
            assertThat(settings.current().runColours()).isEqualTo(Map.of("a", 2));
            assertThat(settings.current().session().chart())
                    .isEqualTo(
                            new ChartChoices(
                                    "STEPS", false, false, 0, true, false, false, true, false));
        }
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
