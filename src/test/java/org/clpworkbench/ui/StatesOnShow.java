package org.clpworkbench.ui;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.ui.common.ScreenName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Every screen, filled, and the states that it can be in, each reached as a person reaches it. The
/// screens on which models are made and used are [WorkStates]'s.
final class StatesOnShow {
    private final WorkbenchWindow window;
    private final HubOnShow hub;
    private final Path workspace;
    private final WorkStates work;

    StatesOnShow(WorkbenchWindow window, HubOnShow hub, Path workspace) {
        this.window = window;
        this.hub = hub;
        this.workspace = workspace;
        this.work = new WorkStates(window, workspace);
    }

    /// Goes through them.
    ///
    /// @param all also those that take long to be reached
    /// @param look is told the name of the state that is on show
    void each(boolean all, Consumer<String> look) {
        try {
            for (ScreenName screen : ScreenName.values()) {
                window.open(screen);
                fill(screen);
                look.accept(screen.name());
                through(screen.name(), List.of(jobs()), all, look);
                through(screen.name(), states(screen), all, look);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void through(
            String screen, List<State> states, boolean all, Consumer<String> look)
            throws IOException {
        for (State state : states) {
            if (all || !state.slow()) {
                state.open().run();
                look.accept(screen + "-" + state.name());
                state.close().run();
            }
        }
    }

    private List<State> states(ScreenName screen) {
        return switch (screen) {
            case MODELS -> models();
            case DATA -> data();
            case OVERLAP -> overlap();
            case NEIGHBOURS -> neighbours();
            case TRANSFER -> work.transfer();
            case TRAINING -> work.training();
            case RUNS -> work.runs();
            case GENERATE -> work.generate();
        };
    }

    /// Waits until a screen shows what it is for.
    private void fill(ScreenName screen) {
        switch (screen) {
            case MODELS -> {
                window.fire("#segment-hand");
                window.await("the rows", () -> work.rows() >= 2);
            }
            case DATA -> {
                window.await("the documents", () -> work.rows() > 0);
                window.await("the count", () -> window.text("#answer").contains("German helper"));
            }
            case OVERLAP -> window.await("the overlap", () -> window.shows(".token-chip"));
            case NEIGHBOURS -> window.await("the neighbours", () -> work.rows() > 0);
            case TRANSFER -> work.awaitOn("#transfer");
            case TRAINING -> work.openRunsInChart();
            case RUNS -> work.fillRuns();
            case GENERATE -> work.awaitOn("#write");
        }
    }

    /// Beside the screen, or over it where there is no room for both.
    private State jobs() {
        return State.of(
                "JOBS",
                () -> {
                    window.fire("#jobsButton");
                    window.await("the jobs", () -> window.sees(".jobs-drawer"));
                },
                () -> window.fire("#jobsButton"));
    }

    /// One of several pages that stand in the same place.
    private State page(String name, String button, String usual) {
        return State.of(name, () -> window.fire(button), () -> window.fire(usual));
    }

    private State over(String name, String shown, KeyCode... keys) {
        return State.of(
                name,
                () -> {
                    window.robot().push(keys);
                    window.await("the " + name, () -> window.sees(shown));
                },
                () -> {
                    window.await(
                            "no " + name,
                            () -> {
                                boolean open = window.sees(shown);
                                if (open) {
                                    work.press(shown, KeyCode.ESCAPE);
                                }
                                return !open;
                            });
                });
    }

    private List<State> models() {
        return List.of(
                State.of("REFUSED", this::openNoModel, () -> {}),
                State.of("HUB", () -> hub.fill(window), () -> {}),
                State.of("HELPER", this::fillHelper, () -> {}),
                State.of("HELPER-REFUSED", this::askForTooFewTokens, this::leaveHelper),
                over("PALETTE", "#palette-list", KeyCode.CONTROL, KeyCode.K),
                over("KEYS", "#keys", KeyCode.F1),
                over("LOG", "#log", KeyCode.CONTROL, KeyCode.L),
                page("TOUR", "#tourButton", "#tour-end"));
    }

    private void openNoModel() throws IOException {
        window.dialogs().willAnswer(Files.createDirectories(workspace.resolve("no-model")));
        window.fire("#openButton");
        window.await("the refusal", () -> window.text("#problem").contains("no-model"));
    }

    private void fillHelper() {
        window.fire("#segment-text");
        window.await("the text's size", () -> window.text("#helperAnswer").contains("MB"));
        work.awaitOn("#startButton");
        // 1,000 until the text is measured; ten million tokens are more
        window.await(
                "the steps",
                () -> !window.node("#steps", TextField.class).getText().equals("1000"));
    }

    private void askForTooFewTokens() {
        work.type("#vocabulary", "1");
        window.await("the refusal", () -> !window.text("#complaint").isEmpty());
    }

    private void leaveHelper() {
        window.fire("#undo");
        window.await("no refusal", () -> window.text("#complaint").isEmpty());
        window.fire("#segment-hand");
    }

    private List<State> data() {
        return List.of(
                page("STATISTICS", "#statisticsPage", "#previewPage"),
                State.of("HUB", () -> askTheHub(HubOnShow.TEXTS, "#hubTextsTake"), () -> {}),
                State.of(
                        "HUB-REFUSED",
                        () -> askTheHub(HubOnShow.MODEL, "#hubTextsProblem"),
                        () -> window.fire("#add-hub")),
                State.of("REFUSED", this::addNothing, this::takeBack));
    }

    private void askTheHub(String name, String answer) {
        if (!window.sees("#hubTextsName")) {
            window.fire("#add-hub");
            window.await("the Hub's part", () -> window.sees("#hubTextsName"));
        }
        work.type("#hubTextsName", name);
        window.fire("#hubTextsAsk");
        window.await("the answer", () -> window.sees(answer));
    }

    private void addNothing() {
        work.type("#pattern", workspace.resolve("nothing").resolve("*.txt").toString());
        window.fire("#add-pattern");
        window.await("the refusal", () -> window.sees("#problem"));
    }

    private void takeBack() {
        window.fire("#undo");
        window.await("no refusal", () -> !window.sees("#problem"));
        window.await("the documents", () -> work.rows() > 0);
    }

    private List<State> overlap() {
        return List.of(
                page("TEXT", "#textPage", "#groupsPage"),
                page("SENTENCE", "#sentencePage", "#groupsPage"),
                State.of(
                        "NOTHING-FOUND",
                        () -> {
                            work.type("#search", "there is no such token");
                            window.await("no rows", () -> work.rows() == 0);
                        },
                        () -> {
                            work.type("#search", "");
                            window.await("the rows", () -> work.rows() > 0);
                        }));
    }

    private List<State> neighbours() {
        return List.of(
                page("SPACES", "#spacesWay", "#graphWay"),
                page("EXPLAIN", "#explainWay", "#graphWay"),
                State.of(
                        "FOUND",
                        () -> {
                            work.type("#search", "ha");
                            window.await("the suggestions", () -> window.sees("#found"));
                        },
                        () -> work.type("#search", "")),
                State.of("MAP", () -> window.fire("#openMap"), () -> {}),
                State.of("MAP-DRAWN", this::drawTheMap, () -> window.fire("#map-back")));
    }

    private void drawTheMap() {
        work.awaitOn("#draw");
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<ProjectionMethod> box = window.node("#method", ComboBox.class);
                    box.setValue(ProjectionMethod.PCA);
                    return true;
                });
        window.fire("#draw");
        window.await("the map", () -> !window.text("#caption").isEmpty() && work.rows() > 0);
    }
}
