package org.clpworkbench.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.settings.Chosen;
import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The tour through the real window with the embedded models, by keyboard.
class TourTest {
    private static final Pattern TERM = Pattern.compile("[\\d.]+ e\\(\\S+\\)");

    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void tellsEachStepWithTokensOfThePairOnItsScreen() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            assertThat(window.sees("#tour")).isFalse();
            window.click("#tourButton");
            window.await("the tour", () -> window.text("#tour-title").startsWith("1 of 7"));
            assertThat(window.text("#tour-words")).contains("English small", "German helper");

            window.robot().push(KeyCode.SPACE);
            window.await("the anchors", () -> window.text("#tour-words").contains("1,472"));
            window.await("the overlap", () -> window.shows("#matching"));
            var expected = new RecomputedTour(demo());
            assertThat(window.text("#tour-formula")).isEqualTo(expected.anchors());
            window.picture("tour-anchors");

            window.robot().push(KeyCode.SPACE);
            window.await("cosines", () -> window.text("#tour-formula").startsWith("cos("));
            window.await("the neighbours", () -> window.shows(".graph-panel"));
            String token = expected.token();
            assertThat(window.text("#tour-formula")).isEqualTo(expected.neighbours());
            window.await("the same token", () -> window.text("#answer").contains(token));

            window.robot().push(KeyCode.SPACE);
            window.await(
                    "the sum", () -> window.text("#tour-formula").startsWith("x(" + token + ") ="));
            assertThat(window.text("#tour-formula")).isEqualTo(expected.paperSum());
            assertThat(terms(window.text("#tour-formula"))).hasSize(3);
            window.await(
                    "the same sum on the screen",
                    () ->
                            terms(window.text(".mixture .formula"))
                                    .equals(terms(window.text("#tour-formula"))));
            window.picture("tour-sum");

            List<String> formulas =
                    List.of(expected.usualSum(), expected.firstLoss(), expected.chance());
            for (int step = 5; step <= 7; step++) {
                String title = step + " of 7";
                window.robot().push(KeyCode.SPACE);
                window.await(title, () -> window.text("#tour-title").startsWith(title));
                assertThat(window.text("#tour-formula")).isEqualTo(formulas.get(step - 5));
                window.picture("tour-" + step);
            }
            assertThat(window.shows("#rail-generate:selected")).isTrue();
            window.robot().push(KeyCode.SPACE);
            window.await("the end", () -> !window.sees("#tour"));
        }
    }

    /// The words around the numbers, the numbers as each language writes them.
    @Test
    void fillsTheFormulasInInEveryLanguage() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            String token = new RecomputedTour(demo()).token();
            window.click("#tourButton");
            window.await("the tour", () -> window.text("#tour-title").startsWith("1 of 7"));
            for (int step = 2; step <= 6; step++) {
                window.fire("#tour-next");
            }
            window.await("the loss", () -> window.text("#tour-formula").contains("9.011 nats"));
            window.speak(Language.GERMAN);
            window.await(
                    "the loss in German",
                    () ->
                            window.text("#tour-formula")
                                    .startsWith("−ln p(" + token + ") = ln 8.192 = 9,011 Nats"));
            window.speak(Language.CHINESE);
            window.await(
                    "the loss in Chinese",
                    () ->
                            window.text("#tour-formula")
                                    .startsWith("−ln p(" + token + ") = ln 8,192 = 9.011 奈特"));
        }
    }

    @Test
    void bringsUpTheGraphAndTheSumFromWhateverStoodOpen() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.NEIGHBOURS);
            window.await("the neighbours", () -> window.shows("#spacesWay"));
            window.fire("#spacesWay");
            goTo(window, 3);
            window.await("the graph", () -> window.sees(".graph-panel"));
            assertThat(window.sees("#table")).isTrue();

            window.fire("#explainWay");
            window.fire("#tour-next");
            window.await("the sum", () -> window.sees("#graphWay:selected"));
            assertThat(window.sees("#mixturePlace")).isTrue();
            window.fire("#tour-end");

            window.fire("#openMap");
            window.await("the map", () -> window.sees("#map-back"));
            window.open(ScreenName.MODELS);
        }
        try (var again = WorkbenchWindow.open(workspace)) {
            // no token is looked at, and the map stands open as it was left
            goTo(again, 3);
            again.await("the graph", () -> again.sees(".graph-panel"));
            assertThat(again.shows("#map-back")).isFalse();
        }
    }

    private static void goTo(WorkbenchWindow window, int step) {
        window.fire("#tourButton");
        for (int next = 2; next <= step; next++) {
            window.await("the tour", () -> window.sees("#tour-next"));
            window.fire("#tour-next");
        }
        String title = step + " of 7";
        window.await(title, () -> window.text("#tour-title").startsWith(title));
    }

    @Test
    void beginsWithTheEmbeddedModelsAndGivesTheOthersBackAtItsEnd() throws Exception {
        var demo = demo();
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            var chosen = new Chosen("", demo.spanish().helper().toString(), Optional.empty());
            settings.change(now -> now.withChosen(chosen));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await("the pair", () -> window.text("#pairButton").contains("Spanish helper"));
            window.click("#tourButton");
            window.await("the tour", () -> window.text("#tour-title").startsWith("1 of 7"));
            assertThat(window.text("#pairButton")).contains("German helper");
            assertThat(window.text("#tour-words")).endsWith("at its end yours are back.");
            window.picture("tour-embedded");
            window.fire("#tour-end");
            window.await(
                    "the pair of before",
                    () -> window.text("#pairButton").contains("Spanish helper"));
        }
    }

    /// A race would train the German helper's start on Finnish.
    @Test
    void lendsTheEmbeddedTextsTooAndGivesYoursBack() throws Exception {
        var demo = demo();
        Path finnish = Files.writeString(workspace.resolve("finnish.txt"), "Talo on iso.\n");
        Path kept = Files.writeString(workspace.resolve("kept.txt"), "Metsä on suuri.\n");
        var own = DataSet.of(finnish, kept);
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            var chosen = new Chosen("", demo.spanish().helper().toString(), Optional.of(own));
            settings.change(now -> now.withChosen(chosen));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            awaitTexts(window, "finnish.txt");
            window.click("#tourButton");
            window.await("the tour", () -> window.text("#tour-title").startsWith("1 of 7"));
            awaitTexts(window, "german-train.txt");
            window.fire("#tour-end");
            awaitTexts(window, "finnish.txt");
            window.await("the pair", () -> window.text("#pairButton").contains("Spanish helper"));
        }
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            assertThat(settings.current().chosen().data()).contains(own);
        }
    }

    private static void awaitTexts(WorkbenchWindow window, String file) {
        window.open(ScreenName.DATA);
        window.await(file, () -> isEntered(window, file));
    }

    /// On the Data screen.
    private static boolean isEntered(WorkbenchWindow window, String file) {
        return window.scene().lookup("#inputs") instanceof ListView<?> inputs
                && inputs.getItems().size() == 1
                && inputs.getItems().getFirst().toString().endsWith(file);
    }

    private EmbeddedDemo demo() throws IOException {
        return EmbeddedDemo.unpack(new Workspace(workspace).embedded());
    }

    /// The weights of a sum with their anchors: "0.0012 e(·Haus)".
    private static List<String> terms(String formula) {
        return TERM.matcher(formula).results().map(MatchResult::group).toList();
    }
}
