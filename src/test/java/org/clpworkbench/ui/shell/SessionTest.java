package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.ChartChoices;
import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.Layout;
import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.TableChoices;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.graph.TokenGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the real window keeps when it is closed, and when it changes its language.
class SessionTest {
    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void opensAsItWasLeft() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.RUNS);
            window.await("the runs", () -> window.shows("#rail-runs:selected"));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await("the runs again", () -> window.shows("#rail-runs:selected"));
            assertThat(window.sees("#empty")).isTrue();
        }
    }

    @Test
    void showsTheRunsAgainThatWereInTheChart() throws Exception {
        Path runs = new Workspace(workspace).runs();
        RunFolder first = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
        RunFolder second = MadeUpRuns.train(MadeUpRuns.create(workspace, "clp", 200), 3, 9, 7);
        assertThat(first.path().getParent()).isEqualTo(runs);
        String baseline = String.valueOf(second.path().getFileName());
        try (var settings = new SettingsFile(workspace.resolve("settings.json"))) {
            var chart = new ChartChoices("TOKENS", true, true, 100, true, false, true, false, true);
            var session =
                    new Session(
                            "TRAINING",
                            List.of(first.path(), second.path()),
                            baseline,
                            chart,
                            TableChoices.FIRST,
                            Optional.empty(),
                            Layout.FIRST);
            settings.change(now -> now.withSession(session));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await(
                    "both runs", () -> window.scene().getRoot().lookupAll(".run-card").size() == 2);
            for (String chosen :
                    List.of("across-tokens", "toggle-logAcross", "toggle-log", "toggle-band")) {
                assertThat(window.shows("#" + chosen + ":selected")).as(chosen).isTrue();
            }
            assertThat(window.text(".smoothing-words")).isEqualTo("average of 100 steps");
            window.fire("#toggle-log");
        }
        try (var settings = new SettingsFile(workspace.resolve("settings.json"))) {
            var kept = settings.current().session();
            assertThat(kept.runs()).containsExactly(first.path(), second.path());
            assertThat(kept.baseline()).isEqualTo(baseline);
            assertThat(kept.chart())
                    .isEqualTo(
                            new ChartChoices(
                                    "TOKENS", true, false, 100, true, false, true, false, true));
            assertThat(settings.current().runColours().keySet())
                    .containsExactlyInAnyOrder(
                            String.valueOf(first.path().getFileName()), baseline);
        }
    }

    @Test
    void selectsTheRunsThatWereSelectedAndSortsThemAsTheyWere() throws Exception {
        for (int seed : new int[] {2, 3, 1}) {
            MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200, seed), 3, 9, 6);
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.RUNS);
            awaitRows(window, ScreenName.RUNS, 3);
            WorkbenchWindow.onFxThread(
                    () -> {
                        sortDownwards(table(window), "column-seed");
                        table(window).getSelectionModel().select(1);
                        return true;
                    });
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            awaitRows(window, ScreenName.RUNS, 3);
            assertThat(cells(table(window), "column-seed")).containsExactly("3", "2", "1");
            window.await("the selection", () -> table(window).getSelectionModel().isSelected(1));
            assertThat(table(window).getSelectionModel().getSelectedIndices()).hasSize(1);
        }
    }

    @Test
    void goesOnWithTheTokenAndTheGraphThatWereExplored() throws Exception {
        String answer;
        int rows;
        double zoom;
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.NEIGHBOURS);
            awaitRows(window, ScreenName.NEIGHBOURS, 20);
            WorkbenchWindow.onFxThread(
                    () -> {
                        table(window).getSelectionModel().select(0);
                        return true;
                    });
            String first = window.text("#answer");
            window.fire("#look");
            window.await("the nearest", () -> !window.text("#answer").equals(first));
            WorkbenchWindow.onFxThread(
                    () -> {
                        table(window).getSelectionModel().select(1);
                        return true;
                    });
            window.fire("#expand");
            window.await("its neighbours", () -> table(window).getItems().size() > 20);
            window.fire("#zoomIn");
            window.fire("#explainWay");
            answer = window.text("#answer");
            rows = table(window).getItems().size();
            zoom = window.node("#graph", TokenGraph.class).zoom();
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            awaitRows(window, ScreenName.NEIGHBOURS, rows);
            assertThat(window.text("#answer")).isEqualTo(answer);
            assertThat(window.shows("#explainWay:selected")).isTrue();
            assertThat(window.node("#graph", TokenGraph.class).zoom()).isEqualTo(zoom);
            assertThat(zoom).isGreaterThan(1);
        }
    }

    private static void awaitRows(WorkbenchWindow window, ScreenName screen, int rows) {
        String rail = "#rail-" + screen.name().toLowerCase(Locale.ROOT) + ":selected";
        window.await(
                rows + " rows",
                () ->
                        window.shows(rail)
                                && window.shows("#table")
                                && table(window).getItems().size() == rows);
    }

    private static TableView<?> table(WorkbenchWindow window) {
        return window.node("#table", TableView.class);
    }

    private static <R> void sortDownwards(TableView<R> table, String id) {
        TableColumn<R, ?> column = column(table, id);
        column.setSortType(SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private static <R> List<String> cells(TableView<R> table, String id) {
        TableColumn<R, ?> column = column(table, id);
        return IntStream.range(0, table.getItems().size())
                .mapToObj(row -> String.valueOf(column.getCellData(row)))
                .toList();
    }

    private static <R> TableColumn<R, ?> column(TableView<R> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void speaksAnotherLanguageAtOnceWithTheSamePairOnTheSameScreen() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.OVERLAP);
            window.await("the overlap", () -> window.shows("#matching"));
            String pair = window.text("#pairButton");
            window.choose(Language.GERMAN);
            window.await("German", () -> window.text("#jobsButton").startsWith("Aufgaben"));
            window.await("the overlap", () -> window.shows("#matching"));
            assertThat(window.text("#pairButton")).isEqualTo(pair);
            window.await("numbers in German", () -> window.text("#anchors").contains("1.4"));
            window.picture("shell-german");

            window.choose(Language.CHINESE);
            window.await("Chinese", () -> window.text("#jobsButton").startsWith("任务"));
            window.picture("shell-chinese");
        }
        try (var settings = new SettingsFile(workspace.resolve("settings.json"))) {
            assertThat(settings.current().looks().language()).isEqualTo(Language.CHINESE);
        }
    }

    @Test
    void keepsWhatWasEnteredWhenTheLanguageChanges() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            enter(window, ScreenName.TRAINING, "#steps", "321");
            enter(window, ScreenName.TRANSFER, "#seed", "77");
            enter(window, ScreenName.GENERATE, "#prompt", "Die Katze");
            window.speak(Language.GERMAN);
            assertThat(entered(window, ScreenName.GENERATE, "#prompt")).isEqualTo("Die Katze");
            assertThat(entered(window, ScreenName.TRAINING, "#steps")).isEqualTo("321");
            assertThat(entered(window, ScreenName.TRANSFER, "#seed")).isEqualTo("77");
        }
    }

    private static void enter(
            WorkbenchWindow window, ScreenName screen, String field, String words) {
        open(window, screen, field);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node(field, TextInputControl.class).setText(words);
                    return true;
                });
    }

    private static String entered(WorkbenchWindow window, ScreenName screen, String field) {
        open(window, screen, field);
        return WorkbenchWindow.onFxThread(
                () -> window.node(field, TextInputControl.class).getText());
    }

    private static void open(WorkbenchWindow window, ScreenName screen, String field) {
        window.open(screen);
        String rail = "#rail-" + screen.name().toLowerCase(Locale.ROOT) + ":selected";
        window.await("the screen", () -> window.shows(rail) && window.shows(field));
    }
}
