package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of keys tells of every key that the window's code looks at.
class KeysPageTest {
    private static final Path UI = Path.of("src/main/java/org/clpworkbench/ui");

    /// A source, and the rows of the page that tell of its keys.
    private static final String TOLD =
            """
            chart/EvaluationPane table.copy
            chart/FiguresPane table.copy
            chart/GroupLabel chart.group
            chart/LossChart picture.zoom picture.pan picture.fit chart.move chart.copy
            common/LineKeys form.note
            common/PresetsPane form.preset
            common/SortMenu table.sort
            common/UndoKeys form.undo form.redo
            data/InputsPane table.delete
            generate/WriterColumn text.move text.copy
            graph/GraphKeys picture.zoom picture.pan picture.fit graph.move graph.expand graph.pin
            map/MapInput picture.zoom picture.pan picture.fit
            map/MapInput map.move map.choose map.all map.open map.copy
            map/MapView table.open map.choose
            neighbours/NeighbourTable table.look
            neighbours/TokenSearch table.search
            overlap/BreakdownPane table.open
            overlap/ChipRow text.move text.open
            overlap/TextPane table.copy
            overlap/TokenTable table.open
            runs/RunsView table.fold table.use table.delete
            shell/CommandPalette table.search
            shell/LogView table.copy
            shell/Overlay everywhere.close
            training/SampleCard text.copy
            transfer/ComparisonPane table.open
            """;

    /// What is looked at without a meaning of its own: Tab leads on and Enter takes what was typed
    /// as in any field, and keys with Alt are left to others.
    private static final Map<String, Set<String>> PLAIN =
            Map.of(
                    "common/LineKeys", Set.of("Tab"),
                    "shell/Overlay", Set.of("Tab", "Shift"),
                    "neighbours/GraphView", Set.of("Enter"),
                    "map/MapInput", Set.of("Alt"));

    private static final Set<String> CODES =
            Arrays.stream(KeyCode.values()).map(KeyCode::name).collect(Collectors.toSet());
    private static final Pattern NAMED = Pattern.compile("\\bKeyCode\\.([A-Z0-9_]+)");
    private static final Pattern CASES =
            Pattern.compile("\\bcase ([A-Z0-9_]+(?:,\\s*[A-Z0-9_]+)*)");
    private static final Map<String, Pattern> MODIFIERS =
            Map.of(
                    "Shift", Pattern.compile("(?<!!)\\b\\w+\\.isShiftDown\\(|\\.SHIFT_DOWN"),
                    "Alt", Pattern.compile("(?<!!)\\b\\w+\\.isAltDown\\(|\\.ALT_DOWN"),
                    "Ctrl", Pattern.compile("(?<!!)\\b\\w+\\.isShortcutDown\\(|\\.SHORTCUT_DOWN"));

    private final Texts texts = Texts.of(ShellViewModel.class);

    @Test
    void everyKeyThatIsLookedAtStandsOnThePage() throws IOException {
        Map<String, List<String>> told = told();
        var untold = new ArrayList<String>();
        for (Path file : sources()) {
            String source = UI.relativize(file).toString().replace(".java", "");
            Set<String> keys = keys(Files.readString(file));
            keys.removeAll(PLAIN.getOrDefault(source, Set.of()));
            String words = words(told.getOrDefault(source, List.of()));
            keys.stream()
                    .filter(key -> !isIn(key, words))
                    .forEach(key -> untold.add(source + ": " + key));
        }
        assertThat(untold).as("keys to tell of on the page, and in this test's table").isEmpty();
    }

    @Test
    void everyRowOfThePageIsAboutKeysThatAreLookedAt() {
        var rows = new TreeSet<String>();
        rows.add("everywhere.close");
        for (KeysPage.Place place : KeysPage.PLACES) {
            place.keys().forEach(key -> rows.add(place.name() + "." + key));
        }
        var told = new TreeSet<String>();
        told().values().forEach(told::addAll);
        assertThat(told).isEqualTo(rows);
    }

    private static Map<String, List<String>> told() {
        var told = new TreeMap<String, List<String>>();
        for (String line : TOLD.lines().toList()) {
            List<String> words = List.of(line.split(" "));
            told.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                    .addAll(words.subList(1, words.size()));
        }
        return told;
    }

    /// As the page calls them.
    private static Set<String> keys(String source) {
        var keys = new TreeSet<String>();
        Stream<String> cases =
                source.contains(".getCode()")
                        ? CASES.matcher(source).results().map(KeysPageTest::name)
                        : Stream.of();
        Stream.concat(NAMED.matcher(source).results().map(KeysPageTest::name), cases)
                .flatMap(names -> Arrays.stream(names.split(",\\s*")))
                .filter(CODES::contains)
                .forEach(code -> keys.add(sign(KeyCode.valueOf(code))));
        if (!keys.isEmpty()) {
            MODIFIERS.forEach(
                    (name, pattern) -> {
                        if (pattern.matcher(source).find()) {
                            keys.add(name);
                        }
                    });
        }
        return keys;
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private static String sign(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> "←";
            case RIGHT, KP_RIGHT -> "→";
            case UP, KP_UP -> "↑";
            case DOWN, KP_DOWN -> "↓";
            case PLUS, ADD, EQUALS -> "+";
            case MINUS, SUBTRACT -> "−";
            case DIGIT0, NUMPAD0 -> "0";
            default -> code.getName();
        };
    }

    private String words(List<String> rows) {
        return rows.stream()
                .map(row -> texts.get("keys." + row) + " " + texts.get("keys.in." + row))
                .collect(Collectors.joining(" "));
    }

    /// By itself, as the C in "Ctrl+C" and not in "Choose".
    private static boolean isIn(String key, String words) {
        return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(key) + "(?![\\p{L}\\d])")
                .matcher(words)
                .find();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(UI)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
