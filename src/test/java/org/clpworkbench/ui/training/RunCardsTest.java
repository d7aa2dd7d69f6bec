package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.RunColours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class RunCardsTest {
    private static final int RUNS = 12;

    @TempDir private Path folder;
    private final List<RunRow> rows = new ArrayList<>();
    private final VBox place = new VBox();
    private int made;
    private final RunCards cards =
            new RunCards(
                    place,
                    row -> {
                        made++;
                        return new Label(row.chartRun().label());
                    });

    @BeforeEach
    void makeRuns() throws IOException {
        var runs = new ArrayList<RunFolder>();
        for (long seed = 1; seed <= RUNS; seed++) {
            runs.add(MadeUpRuns.create(folder, "linear", 40, seed));
        }
        try (var settings = new SettingsFile(folder.resolve("settings.json"))) {
            var names = new RunColours(settings).names(runs);
            runs.forEach(run -> rows.add(new RunRow(run, names.of(run))));
        }
    }

    private List<Node> show(List<RunRow> shown) throws Exception {
        OnScreen.run(() -> cards.show(shown));
        OnScreen.await(() -> place.getChildren().size() == shown.size());
        return OnScreen.get(() -> List.copyOf(place.getChildren()));
    }

    @Test
    void oneIsMadeEachFrame() throws Exception {
        int first =
                OnScreen.get(
                        () -> {
                            cards.show(rows);
                            return place.getChildren().size();
                        });
        assertThat(first).isEqualTo(1);
        List<Node> all = show(rows);
        assertThat(all.stream().map(card -> ((Label) card).getText()))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.chartRun().label()).toList());
        assertThat(made).isEqualTo(RUNS);
    }

    @Test
    void theCardsOfRunsThatStayAreKept() throws Exception {
        List<Node> before = show(rows);
        List<RunRow> fewer = List.of(rows.get(3), rows.get(5));
        assertThat(show(fewer)).containsExactly(before.get(3), before.get(5));
        // what was gone is made anew
        List<Node> again = show(rows.subList(2, 6));
        assertThat(again.get(1)).isSameAs(before.get(3));
        assertThat(again.get(0)).isNotSameAs(before.get(2));
    }
}
