package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.text.TextFlow;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Another language in the middle of something: what is under way goes on, what is on show stays.
class LanguageChangeTest {
    private static final String WAIT =
            "The language changes when the work that is under way has ended.";

    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void goesOnMeasuringMethodsAndShowsThoseThatAreMeasured() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            openTransfer(window);
            window.await("a pair and its texts", () -> begins(window));
            awaitMore(window, 0);
            int before = measured(window);

            window.speak(Language.GERMAN);
            window.await("the table", () -> window.sees("#compared"));
            assertThat(window.text("#comparisonPage")).isEqualTo("Vergleich");
            assertThat(measured(window)).isGreaterThanOrEqualTo(before);
            assertThat(window.text("#references")).startsWith("Nichts zu wissen kostet ");
            assertThat(window.text("#answer")).contains(" beginnt am tiefsten: ");
            assertThat(canBeUsed(window, "#compare")).isFalse();
            int then = measured(window);
            awaitMore(window, then);

            window.fire("#comparison .working-bar .button");
            window.await("its end", () -> canBeUsed(window, "#compare"));
            assertThat(window.text("#comparison .working-bar .text-muted"))
                    .startsWith("Abgebrochen: ");

            window.speak(Language.ENGLISH);
            window.await("the table again", () -> window.sees("#compared"));
            assertThat(measured(window)).isGreaterThan(then);
            window.await("that it can begin anew", () -> canBeUsed(window, "#compare"));
        }
    }

    /// Whether methods are compared, which asks for texts that are read after the models.
    private static boolean begins(WorkbenchWindow window) {
        window.fire("#compare");
        return !canBeUsed(window, "#compare");
    }

    private static int measured(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () -> window.node("#compared", TableView.class).getItems().size());
    }

    /// A method takes a while where other tests are running.
    private static void awaitMore(WorkbenchWindow window, int methods) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (measured(window) <= methods) {
            assertThat(System.nanoTime()).as("until another is measured").isLessThan(end);
            WorkbenchWindow.pause(100);
        }
    }

    @Test
    void goesOnShowingTheReportOfATransfer() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            openTransfer(window);
            window.await("the plan", () -> canBeUsed(window, "#transfer"));
            window.fire("#transfer");
            window.await("the report", () -> window.sees("#report"));
            String place = window.text("#place");
            assertThat(place).startsWith("It lies at ");
            int figures = window.reads("#report").size();

            window.speak(Language.GERMAN);
            window.await("the report again", () -> window.sees("#report"));
            assertThat(window.text("#pageTitle")).isEqualTo("Was geschah");
            assertThat(window.text("#answer")).contains(" neue Zeilen sind gebildet");
            assertThat(window.text("#place"))
                    .isEqualTo(place.replace("It lies at", "Es liegt hier:"));
            assertThat(window.reads("#report"))
                    .hasSize(figures)
                    .contains("Nach dem Schreiben geprüft", "Median");
            assertThat(canBeUsed(window, "#transfer")).isTrue();
            assertThat(window.sees("#train")).isTrue();

            window.fire("#transfer");
            window.await("the question", () -> window.sees("#question"));
            window.speak(Language.ENGLISH);
            window.await("the question again", () -> window.sees("#question"));
            assertThat(window.text("#place")).isEqualTo(place);
            window.fire("#overwrite");
            assertThat(window.sees("#question")).isFalse();
            window.await("another report", () -> canBeUsed(window, "#transfer"));
        }
    }

    @Test
    void waitsForTextsThatAreBeingWritten() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            beginToWrite(window);
            window.choose(Language.GERMAN);
            window.fire("#jobsButton");
            window.await("the notice", () -> told(window).contains(WAIT));
            int before = written(window);
            window.await("more words", () -> written(window) > before);
            assertThat(window.text("#stop")).isEqualTo("Stop");

            window.fire("#stop");
            window.await(
                    "German",
                    () -> window.shows("#stop") && window.text("#stop").equals("Stoppen"));
            window.await("the texts", () -> written(window) >= before);
        }
    }

    @Test
    void isMadeAnewOnceWhereAnotherLanguageIsChosenJustAsTheWorkEnds() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            beginToWrite(window);
            window.choose(Language.GERMAN);
            WorkbenchWindow.onFxThread(
                    () -> {
                        window.node("#stop", Button.class)
                                .disableProperty()
                                .addListener((_, _, _) -> window.choose(Language.CHINESE));
                        return true;
                    });
            window.fire("#stop");
            window.await("Chinese", () -> window.text("#languageButton").equals("中文"));
            Parent shown = WorkbenchWindow.onFxThread(() -> window.scene().getRoot());
            WorkbenchWindow.pause(600); // it looks every quarter of a second whether to change
            assertThat(WorkbenchWindow.onFxThread(() -> window.scene().getRoot())).isEqualTo(shown);
        }
    }

    private static void beginToWrite(WorkbenchWindow window) {
        window.open(ScreenName.GENERATE);
        window.await("who writes", () -> window.shows(".written"));
        window.type("#prompt", "Die");
        // the likeliest token each time: it goes round in circles instead of coming to an end
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#temperature", Slider.class).setValue(0);
                    return true;
                });
        window.type("#tokens", "2000");
        window.fire("#write");
        window.await("words", () -> written(window) > 4);
    }

    /// The pieces of the longest text: its beginning, and one for each token.
    private static int written(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () ->
                        all(window, ".written").stream()
                                .mapToInt(text -> ((TextFlow) text).getChildren().size())
                                .max()
                                .orElse(0));
    }

    private static List<String> told(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () ->
                        all(window, "#notices .label").stream()
                                .map(label -> ((Label) label).getText())
                                .toList());
    }

    private static List<Node> all(WorkbenchWindow window, String query) {
        return List.copyOf(window.scene().getRoot().lookupAll(query));
    }

    private static void openTransfer(WorkbenchWindow window) {
        window.open(ScreenName.TRANSFER);
        window.await("the screen", () -> window.shows("#compare"));
    }

    private static boolean canBeUsed(WorkbenchWindow window, String query) {
        return WorkbenchWindow.onFxThread(() -> !window.node(query, Node.class).isDisabled());
    }
}
