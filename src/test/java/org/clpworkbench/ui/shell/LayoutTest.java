package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.Layout;
import org.clpworkbench.settings.OverlapChoices;
import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which parts of the real window stand open again at the next start.
class LayoutTest {
    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void opensTheJobsTheSegmentAndTheTokensThatWereLookedAt() throws Exception {
        String matches;
        try (var window = WorkbenchWindow.open(workspace)) {
            window.fire("#segment-text");
            openOverlap(window);
            window.await("all tokens", () -> window.text("#matches").startsWith("8,192"));
            window.fire("#textPage");
            window.type("#search", "er");
            window.await("those found", () -> !window.text("#matches").startsWith("8,192"));
            String found = window.text("#matches");
            window.choose("#kind", TokenKind.MISSING.wordWithSymbol());
            window.await("the missing", () -> !window.text("#matches").equals(found));
            matches = window.text("#matches");
            assertThat(window.sees(".jobs-drawer")).isFalse();
            window.fire("#jobsButton");
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await("the overlap", () -> window.shows("#rail-overlap:selected"));
            assertThat(window.sees(".jobs-drawer")).isTrue();
            assertLookedAt(window, matches);
            window.open(ScreenName.MODELS);
            window.await("the segment", () -> window.shows("#segment-text:selected"));

            // and in another language, for which the window is made anew
            window.speak(Language.GERMAN);
            window.await("German", () -> window.text("#jobsButton").startsWith("Aufgaben"));
            window.await("the segment again", () -> window.shows("#segment-text:selected"));
            assertThat(window.sees(".jobs-drawer")).isTrue();
            openOverlap(window);
            window.await("the page", () -> window.shows("#textPage:selected"));
            window.fire("#jobsButton");
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            assertThat(window.sees(".jobs-drawer")).isFalse();
        }
    }

    private static void assertLookedAt(WorkbenchWindow window, String matches) {
        window.await("the same tokens", () -> window.text("#matches").equals(matches));
        assertThat(window.shows("#textPage:selected")).isTrue();
        assertThat(window.node("#search", TextField.class).getText()).isEqualTo("er");
        assertThat(window.node("#kind", ComboBox.class).getValue())
                .isEqualTo(Optional.of(TokenKind.MISSING));
    }

    @Test
    void keepsTheSentenceAndTheTextThatWereChosen() throws Exception {
        Path own = Files.writeString(workspace.resolve("own.txt"), "Das ist das Haus.\n");
        try (var window = WorkbenchWindow.open(workspace)) {
            openOverlap(window);
            window.fire("#sentencePage");
            window.type("#sentence", "Guten Tag");
            window.fire("#textPage");
            window.await("the pair’s text", () -> textName(window).startsWith("german-validation"));
            window.dialogs().willAnswer(own);
            window.fire("#chooseText");
            window.await("another", () -> textName(window).startsWith("own.txt: 4 "));

            // in another language, for which the window is made anew
            window.speak(Language.GERMAN);
            assertStillRead(window);
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            assertStillRead(window);
        }
    }

    private static void assertStillRead(WorkbenchWindow window) {
        openOverlap(window);
        window.await("the text", () -> textName(window).startsWith("own.txt: 4 "));
        assertThat(window.node("#sentence", TextField.class).getText()).isEqualTo("Guten Tag");
    }

    private static String textName(WorkbenchWindow window) {
        return window.text("#textName");
    }

    private static void openOverlap(WorkbenchWindow window) {
        window.open(ScreenName.OVERLAP);
        window.await("the overlap", () -> window.shows("#matching"));
    }

    @Test
    void beginsWithTheModelsAtHandWhereItsSegmentIsNoneAnyMore() throws Exception {
        var layout = new Layout(false, "baking", OverlapChoices.FIRST, Optional.empty());
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            Session first = Session.FIRST;
            settings.change(
                    now ->
                            now.withSession(
                                    new Session(
                                            "MODELS",
                                            first.runs(),
                                            first.baseline(),
                                            first.chart(),
                                            first.table(),
                                            first.explored(),
                                            layout)));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            assertThat(window.shows("#segment-hand:selected")).isTrue();
            assertThat(window.sees("#table")).isTrue();
        }
    }

    @Test
    void showsTheMapThatWasOpenAsItWasMadeAndMakesNone() throws Exception {
        String caption;
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.NEIGHBOURS);
            window.await("the neighbours", () -> window.shows("#openMap"));
            window.fire("#openMap");
            awaitIdle(window);
            window.choose("#model", "English small (source)");
            window.choose("#method", "PCA");
            window.fire("#draw");
            window.await("the map", () -> window.sees("#mapCanvas"));
            window.await("how it was made", () -> window.text("#caption").contains("PCA"));
            caption = window.text("#caption");
        }
        List<Path> made = maps();
        assertThat(made).hasSize(1);
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await("the map again", () -> window.sees("#mapCanvas"));
            window.await("how it was made", () -> window.text("#caption").equals(caption));
            assertThat(chosen(window, "#method")).isEqualTo("PCA");
        }
        Files.delete(made.getFirst());
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await("the map's place", () -> window.shows("#draw"));
            awaitIdle(window);
            assertThat(window.sees("#map-empty")).isTrue();
            assertThat(chosen(window, "#method")).isEqualTo("PCA");
            assertThat(maps()).isEmpty();
            window.fire("#map-back");
            window.await("the neighbours", () -> window.shows("#openMap"));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.await("the neighbours", () -> window.shows("#openMap"));
            assertThat(window.shows("#draw")).isFalse();
        }
    }

    /// Models are listed, and nothing is looked for or drawn.
    private static void awaitIdle(WorkbenchWindow window) {
        window.await(
                "the map's choices", () -> !window.node("#draw", ButtonBase.class).isDisabled());
    }

    private static String chosen(WorkbenchWindow window, String box) {
        return String.valueOf(window.node(box, ComboBox.class).getValue());
    }

    private List<Path> maps() throws IOException {
        try (Stream<Path> files = Files.list(workspace.resolve("maps"))) {
            return files.toList();
        }
    }
}
