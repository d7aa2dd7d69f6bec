package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// Every screen, filled, in every theme and language, at 150 % and with longer texts: nothing is
/// cut off or too faint to be read, all that the keyboard reaches has a name, and no style sheet is
/// faulty. What was looked at is left in target/pictures where [Pictures] are wanted.
class EveryLookTest {
    private static final double LEAST_CONTRAST = 4.5;
    private static final ObservableList<CssParser.ParseError> FAULTY = CssParser.errorsProperty();

    @TempDir private static Path workspace;
    private static HubOnShow hub;
    private static WorkbenchWindow window;
    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void openTheWindow() throws Exception {
        FAULTY.clear();
        for (int seed = 1; seed <= 2; seed++) {
            double floor = 5 + 0.2 * seed;
            MadeUpRuns.train(MadeUpRuns.create(workspace, "random", 40, seed), 40, 9, floor + 1);
            MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 40, seed), 40, 8, floor);
        }
        hub = new HubOnShow(workspace);
        window = WorkbenchWindow.open(workspace, hub.environment());
    }

    private static void fillHelper() {
        window.fire("#segment-text");
        window.await("the text's size", () -> window.text("#helperAnswer").contains("MB"));
        window.await("the plan", () -> !window.node("#startButton", Button.class).isDisabled());
        // 1,000 until the text is measured; ten million tokens are more
        window.await(
                "the steps",
                () -> !window.node("#steps", TextField.class).getText().equals("1000"));
    }

    @AfterAll
    static void closeTheWindow() throws Exception {
        window.close();
        hub.close();
        Texts.speak(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void canBeReadAndReached(Language language) {
        begin(language);
        onEveryScreen(
                screen -> {
                    for (boolean dark : new boolean[] {false, true}) {
                        theme(dark);
                        String where = language + "-" + screen + (dark ? "-dark" : "-light");
                        look(
                                where,
                                1280,
                                860,
                                scene -> {
                                    told(where, ClippedTexts.in(scene));
                                    told(where, Contrasts.below(LEAST_CONTRAST, scene));
                                    told(where, AccessibleNames.missing(scene));
                                });
                    }
                });
        assertThat(found).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Test
    void nothingIsCutOffAtOneAndAHalfTimesTheSize() {
        begin(Language.ENGLISH);
        for (int press = 0; press < 3; press++) {
            window.robot().push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        onEveryScreen(
                screen -> {
                    String where = "150-" + screen;
                    look(where, 1600, 1050, scene -> told(where, ClippedTexts.in(scene)));
                });
        assertThat(found).isEmpty();
    }

    /// As another language may be: each text 40 % longer than the English one.
    @Test
    void thereIsRoomForLongerTexts() {
        begin(Language.ENGLISH);
        onEveryScreen(
                screen -> {
                    String where = "longer-" + screen;
                    look(
                            where,
                            1280,
                            860,
                            scene -> {
                                Nodes.visible(scene.getRoot()).forEach(EveryLookTest::lengthen);
                                scene.snapshot(null);
                                told(where, ClippedTexts.in(scene));
                            });
                });
        assertThat(found).isEmpty();
    }

    /// A part of a screen, or what is opened over one.
    private record Part(String name, Runnable open, Runnable close) {
        /// One of several that stand in the same place.
        static Part page(String name, String button, String usual) {
            return new Part(name, () -> window.fire(button), () -> window.fire(usual));
        }

        static Part over(String name, String shown, KeyCode... keys) {
            return new Part(
                    name,
                    () -> {
                        window.robot().push(keys);
                        window.await("the " + name, () -> window.sees(shown));
                    },
                    () -> window.robot().push(KeyCode.ESCAPE));
        }

        static Part toggled(String name, String button) {
            return page(name, button, button);
        }
    }

    private static void onEveryScreen(Consumer<String> look) {
        for (ScreenName screen : ScreenName.values()) {
            fill(screen);
            look.accept(screen.name());
            for (Part part : parts(screen)) {
                part.open.run();
                look.accept(part.name);
                part.close.run();
            }
        }
    }

    private static List<Part> parts(ScreenName screen) {
        return switch (screen) {
            case MODELS ->
                    List.of(
                            new Part("HUB", () -> hub.fill(window), () -> {}),
                            new Part(
                                    "HELPER",
                                    EveryLookTest::fillHelper,
                                    () -> window.fire("#segment-hand")),
                            Part.over("PALETTE", "#palette-list", KeyCode.CONTROL, KeyCode.K),
                            Part.over("KEYS", "#keys", KeyCode.F1),
                            Part.over("LOG", "#log", KeyCode.CONTROL, KeyCode.L),
                            Part.toggled("JOBS", "#jobsButton"),
                            new Part(
                                    "TOUR",
                                    () -> window.fire("#tourButton"),
                                    () -> window.fire("#tour-end")));
            case OVERLAP ->
                    List.of(
                            Part.page("TEXT", "#textPage", "#groupsPage"),
                            Part.page("SENTENCE", "#sentencePage", "#groupsPage"));
            case NEIGHBOURS ->
                    List.of(
                            Part.page("SPACES", "#spacesWay", "#graphWay"),
                            Part.page("EXPLAIN", "#explainWay", "#graphWay"),
                            new Part(
                                    "MAP",
                                    () -> window.fire("#openMap"),
                                    () -> window.fire("#map-back")));
            case TRAINING -> List.of(Part.toggled("EVALUATIONS", "#toggle-table"));
            case TRANSFER -> List.of(new Part("REPORT", EveryLookTest::transfer, () -> {}));
            case DATA, RUNS, GENERATE -> List.of();
        };
    }

    private static void transfer() {
        if (!window.sees("#report")) {
            window.fire("#transfer");
            window.await("an end", () -> window.sees("#report") || window.sees("#question"));
        }
        if (window.sees("#question")) {
            window.fire("#overwrite");
            window.await("the report", () -> window.sees("#report"));
        }
    }

    private void told(String where, List<String> faults) {
        faults.forEach(fault -> found.add(where + ": " + fault));
    }

    private static void begin(Language language) {
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
        // made anew also where it is spoken already: what a test before lengthened is gone
        window.speak(language == Language.ENGLISH ? Language.GERMAN : Language.ENGLISH);
        window.speak(language);
    }

    private static void theme(boolean dark) {
        while (window.scene().getRoot().getStyleClass().contains("dark") != dark) {
            window.fire("#themeButton");
        }
    }

    private static void lengthen(Node node) {
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.textProperty().isBound()
                && !Nodes.isCell(labeled)
                && !ClippedTexts.isToldByTooltip(labeled)
                && labeled.getProperties().putIfAbsent("lengthened", true) == null
                && labeled.getText().chars().anyMatch(Character::isLetter)) {
            int more = (int) Math.ceil(labeled.getText().length() * 0.4);
            labeled.setText("[" + labeled.getText() + "é".repeat(Math.max(0, more - 2)) + "]");
        }
    }

    /// The test screen is small: the window's content is moved into a scene of the size asked for,
    /// for the moment.
    private static void look(String name, int width, int height, Consumer<Scene> check) {
        WorkbenchWindow.pause(200);
        WorkbenchWindow.onFxThread(
                () -> {
                    Scene shown = window.scene();
                    Parent root = shown.getRoot();
                    shown.setRoot(new Group());
                    var scene = new Scene(root, width, height);
                    scene.getStylesheets().setAll(shown.getStylesheets());
                    scene.snapshot(null);
                    check.accept(scene);
                    if (Pictures.wanted()) {
                        save(scene, name);
                    }
                    scene.setRoot(new Group());
                    shown.setRoot(root);
                    return true;
                });
    }

    private static void save(Scene scene, String name) {
        File file = new File("target/pictures/look-" + name + ".png");
        try {
            file.getParentFile().mkdirs();
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Opens a screen and waits until it shows what it is for.
    private static void fill(ScreenName screen) {
        window.open(screen);
        switch (screen) {
            case DATA -> {
                window.await("the documents", () -> rows() > 0);
                window.await("the count", () -> window.text("#answer").contains("German helper"));
            }
            case OVERLAP -> window.await("the overlap", () -> window.shows(".token-chip"));
            case NEIGHBOURS -> window.await("the neighbours", () -> rows() > 0);
            case TRANSFER ->
                    window.await(
                            "the plan", () -> !window.node("#transfer", Button.class).isDisabled());
            case GENERATE ->
                    window.await(
                            "the models", () -> !window.node("#write", Button.class).isDisabled());
            case MODELS -> {
                window.fire("#segment-hand");
                window.await("the rows", () -> rows() >= 2);
            }
            case RUNS -> window.await("the rows", () -> rows() >= 2);
            case TRAINING -> openRunsInChart();
        }
    }

    private static void openRunsInChart() {
        fill(ScreenName.RUNS);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#table", TableView.class).getSelectionModel().selectAll();
                    return true;
                });
        window.fire("#chart");
        window.await("the chart", () -> window.sees("#race") && window.shows(".end-label"));
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#toggle-seedsTogether", ToggleButton.class).setSelected(true);
                    return true;
                });
    }

    private static int rows() {
        return window.scene().lookup("#table") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }
}
