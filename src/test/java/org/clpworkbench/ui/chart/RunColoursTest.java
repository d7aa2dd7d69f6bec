package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class RunColoursTest {
    @TempDir private Path folder;

    private SettingsFile settings() {
        return new SettingsFile(folder.resolve("settings.json"));
    }

    private Map<String, Integer> seen(String... runs) {
        try (var settings = settings()) {
            return new RunColours(settings).of(List.of(runs));
        }
    }

    @Test
    void aNewRunGetsTheFirstNumberThatIsFree() {
        assertThat(seen("a", "b")).isEqualTo(Map.of("a", 0, "b", 1));
        assertThat(seen("c")).containsEntry("c", 2);
    }

    @Test
    void aRunKeepsItsNumberAfterARestartWhateverElseIsSeen() {
        seen("a", "b", "c");
        assertThat(seen("c")).containsEntry("c", 2);
        assertThat(seen("d", "c", "b")).containsEntry("b", 1).containsEntry("c", 2);
        assertThat(seen("d", "c", "b")).containsEntry("d", 3);
    }

    @Test
    void aRunKeepsItsNumberWhenAnotherIsRemovedWhoseNumberIsFreeThen() {
        try (var settings = settings()) {
            var colours = new RunColours(settings);
            colours.of(List.of("a", "b", "c"));
            colours.forget("a"::equals);
            assertThat(colours.of(List.of("b", "c"))).isEqualTo(Map.of("b", 1, "c", 2));
        }
        assertThat(seen("b", "c", "new")).isEqualTo(Map.of("b", 1, "c", 2, "new", 0));
    }

    @Test
    void afterSixColoursTheyBeginAgainWithOtherMarkers() {
        List<String> runs = IntStream.range(0, 13).mapToObj(run -> "run-" + run).toList();
        Map<String, Integer> numbers = seen(runs.toArray(String[]::new));
        assertThat(runs.stream().map(numbers::get))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0);
        long signs =
                IntStream.range(0, 12)
                        .mapToObj(number -> List.of(number % 6, number % 4))
                        .distinct()
                        .count();
        assertThat(signs).isEqualTo(12);
    }

    @Test
    void aNewRunHasAnotherColourThanThoseBesideItAlsoWhenEveryNumberIsTaken() {
        seen(IntStream.range(0, 12).mapToObj(run -> "old-" + run).toArray(String[]::new));
        // its neighbours are numbers 0 and 1, of the first and the second colour
        assertThat(seen("old-0", "old-1", "new")).containsEntry("new", 2);
    }
}
