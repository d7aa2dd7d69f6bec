package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// The way from the models to a token's neighbours, in the real window, by mouse and keyboard.
class ExploreScreensTest {
    @TempDir static Path folder;
    private static WorkbenchWindow window;

    @BeforeAll
    static void openTheWindow() throws TimeoutException {
        window = WorkbenchWindow.open(folder);
    }

    @AfterAll
    static void closeTheWindow() throws TimeoutException {
        window.close();
    }

    private static int rows(String table) {
        return WorkbenchWindow.onFxThread(
                () -> window.node(table, TableView.class).getItems().size());
    }

    private static int children(String pane) {
        return WorkbenchWindow.onFxThread(() -> window.node(pane, Pane.class).getChildren().size());
    }

    @Test
    void hasTheEmbeddedPairChosenOnTheFirstStart() {
        window.open(ScreenName.MODELS);
        assertThat(window.text("#pairButton")).isEqualTo("English small  →  German helper");
        assertThat(window.text("#answer"))
                .isEqualTo("English small will learn the vocabulary of German helper.");
        assertThat(rows("#table")).isGreaterThanOrEqualTo(2);
        window.open(ScreenName.DATA);
        window.await("the text", () -> window.text("#answer").startsWith("german-train.txt"));
    }

    @Test
    void choosesSourceAndHelperInTheirRowsAndLeadsOn() {
        window.open(ScreenName.MODELS);
        use("Use Spanish helper as the helper");
        awaitPair("English small  →  Spanish helper");
        use("Use Spanish helper as the source");
        window.await(
                "that one is both",
                () -> window.text("#answer").startsWith("Spanish helper is source and helper at"));
        assertThat(window.node("#next", Button.class).isDisabled()).isTrue();
        use("Use German helper as the helper");
        awaitPair("Spanish helper  →  German helper");
        use("Use English small as the source");
        awaitPair("English small  →  German helper");
        window.click("#next");
        window.await("the overlap", () -> window.shows("#rail-overlap:selected"));
    }

    /// Presses a button in a model's row.
    private static void use(String named) {
        window.await("the button: " + named, () -> button(named).isPresent());
        window.click(WorkbenchWindow.onFxThread(() -> button(named).orElseThrow()));
    }

    private static Optional<Node> button(String named) {
        return window.node("#table", TableView.class).lookupAll(".toggle-button").stream()
                .filter(button -> named.equals(button.getAccessibleText()))
                .findFirst();
    }

    private static void awaitPair(String words) {
        window.await(words, () -> window.text("#pairButton").equals(words));
    }

    @Test
    void tellsWhyAFolderIsNoModel() throws Exception {
        window.open(ScreenName.MODELS);
        Path empty = Files.createDirectories(folder.resolve("no-model"));
        window.dialogs().willAnswer(empty);
        window.click("#openButton");
        window.await("the refusal", () -> window.text("#problem").contains("no-model"));
        assertThat(window.text("#pairButton")).contains("English small");
    }

    @Test
    void answersHowMuchIsSharedAndSearchesTheTokens() {
        window.open(ScreenName.OVERLAP);
        // 1,472 anchors of 8,192 tokens, as the reference implementation counts them
        window.await("the count", () -> window.text("#anchors").startsWith("1,472 of 8,192"));
        assertThat(window.text("#answer")).startsWith("18\u202f% of German helper’s vocabulary");
        assertThat(rows("#table")).isEqualTo(8192);

        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#search", TextField.class).setText("wohnung");
                    return true;
                });
        window.await("the search", () -> rows("#table") < 100);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#search", TextField.class).clear();
                    return true;
                });
    }

    @Test
    void cutsASentenceWithBothTokenizers() {
        window.open(ScreenName.OVERLAP);
        window.await("the chips", () -> children("#helperChips") > 0);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#sentence", TextField.class).setText("Computer");
                    return true;
                });
        window.await("fewer chips", () -> children("#helperChips") < 5);
        assertThat(children("#sourceChips")).isPositive();
        assertThat(window.text("#helperCut")).contains("German helper cuts it into");
    }

    @Test
    void goesFromTheOverlapToATokensNeighboursAndBack() {
        window.open(ScreenName.OVERLAP);
        window.await("the count", () -> !window.text("#anchors").isEmpty());
        window.click("#next");
        window.await("the neighbours", () -> window.text("#answer").contains("lives among"));
        String first = window.text("#answer");
        assertThat(rows("#table")).isEqualTo(20);

        window.click("#search");
        window.robot().write("haben");
        window.robot().push(KeyCode.ENTER);
        window.await("another token", () -> !window.text("#answer").equals(first));
        assertThat(window.text("#answer")).contains("haben");
        window.click("#back");
        window.await("the first token", () -> window.text("#answer").equals(first));
    }

    @Test
    void changesTheTheme() {
        window.theme("dark");
        assertThat(WorkbenchWindow.onFxThread(() -> window.scene().getRoot().getStyleClass()))
                .contains("dark");
        window.theme("light");
        assertThat(WorkbenchWindow.onFxThread(() -> window.scene().getRoot().getStyleClass()))
                .doesNotContain("dark");
    }

    @Test
    void showsAndHidesTheJobs() {
        window.click("#jobsButton");
        window.await("the drawer", () -> window.shows(".jobs-drawer"));
        window.click("#jobsButton");
        window.await("it gone", () -> !window.shows(".jobs-drawer"));
    }
}
