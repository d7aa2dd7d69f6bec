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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Every screen, filled, and the states that it can be in, each reached as a person reaches it; in
/// the end the tour through them.
final class StatesOnShow {
    private final WorkbenchWindow window;
    private final Path workspace;
    private final Controls controls;
    private final HubStates hub;
    private final TransferStates transfer;
    private final RaceStates races;
    private final WriterStates writers;
    private final TourStates tour;

    StatesOnShow(WorkbenchWindow window, HubOnShow hub, Path workspace) {
        this.window = window;
        this.workspace = workspace;
        this.controls = new Controls(window);
        this.hub = new HubStates(window, hub);
        this.transfer = new TransferStates(window, workspace);
        this.races = new RaceStates(window, workspace);
        this.writers = new WriterStates(window, workspace);
        this.tour = new TourStates(window);
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
            through("TOUR", tour.all(), all, look);
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
            case TRANSFER -> transfer.all();
            case TRAINING -> races.training();
            case RUNS -> races.runs();
            case GENERATE -> writers.all();
        };
    }

    /// Waits until a screen shows what it is for.
    private void fill(ScreenName screen) {
        switch (screen) {
            case MODELS -> {
                window.fire("#segment-hand");
                window.await("the rows", () -> controls.rows() >= 2);
            }
            case DATA -> {
                window.await("the documents", () -> controls.rows() > 0);
                window.await("the count", () -> window.text("#answer").contains("German helper"));
            }
            case OVERLAP -> window.await("the overlap", () -> window.shows(".token-chip"));
            case NEIGHBOURS -> window.await("the neighbours", () -> controls.rows() > 0);
            case TRANSFER -> controls.awaitOn("#transfer");
            case TRAINING -> races.openRunsInChart();
            case RUNS -> races.fillRuns();
            case GENERATE -> controls.awaitOn("#write");
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
                                    controls.press(shown, KeyCode.ESCAPE);
                                }
                                return !open;
                            });
                });
    }

    private List<State> models() {
        var all = new ArrayList<State>();
        all.add(State.of("REFUSED", this::openNoModel, () -> {}));
        all.addAll(hub.all());
        all.add(State.of("HELPER", this::fillHelper, () -> {}));
        all.add(State.of("HELPER-REFUSED", this::askForTooFewTokens, this::leaveHelper));
        all.add(State.slow("HELPER-UNDER-WAY", this::beginAHelper, () -> {}));
        all.add(State.slow("HELPER-MADE", this::awaitTheHelper, this::leaveTheMadeOne));
        all.add(over("PALETTE", "#palette-list", KeyCode.CONTROL, KeyCode.K));
        all.add(over("KEYS", "#keys", KeyCode.F1));
        all.add(over("LOG", "#log", KeyCode.CONTROL, KeyCode.L));
        all.add(page("TOUR", "#tourButton", "#tour-end"));
        return all;
    }

    private void openNoModel() throws IOException {
        window.dialogs().willAnswer(Files.createDirectories(workspace.resolve("no-model")));
        window.fire("#openButton");
        window.await("the refusal", () -> window.text("#problem").contains("no-model"));
    }

    private void fillHelper() {
        window.fire("#segment-text");
        window.await("the text's size", () -> window.text("#helperAnswer").contains("MB"));
        controls.awaitOn("#startButton");
        // 1,000 until the text is measured; ten million tokens are more
        window.await(
                "the steps",
                () -> !window.node("#steps", TextField.class).getText().equals("1000"));
    }

    private void askForTooFewTokens() {
        controls.type("#vocabulary", "1");
        window.await("the refusal", () -> !window.text("#complaint").isEmpty());
    }

    private void leaveHelper() {
        window.fire("#undo");
        window.await("no refusal", () -> window.text("#complaint").isEmpty());
        window.fire("#segment-hand");
    }

    private void beginAHelper() {
        window.fire("#segment-text");
        SmallHelper.start(window);
        window.await("the training", () -> window.sees("#loss"));
    }

    /// With what its tokenizer makes of a sentence.
    private void awaitTheHelper() {
        window.await("the model", () -> window.sees("#made-another"));
        window.await("the tokenizer", () -> window.shows("#merges .token-chip"));
    }

    private void leaveTheMadeOne() {
        window.fire("#made-another");
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
        controls.type("#hubTextsName", name);
        window.fire("#hubTextsAsk");
        window.await("the answer", () -> window.sees(answer));
    }

    private void addNothing() {
        controls.type("#pattern", workspace.resolve("nothing").resolve("*.txt").toString());
        window.fire("#add-pattern");
        window.await("the refusal", () -> window.sees("#problem"));
    }

    private void takeBack() {
        window.fire("#undo");
        window.await("no refusal", () -> !window.sees("#problem"));
        window.await("the documents", () -> controls.rows() > 0);
    }

    private List<State> overlap() {
        return List.of(
                page("TEXT", "#textPage", "#groupsPage"),
                page("SENTENCE", "#sentencePage", "#groupsPage"),
                State.of(
                        "NOTHING-FOUND",
                        () -> {
                            controls.type("#search", "there is no such token");
                            window.await("no rows", () -> controls.rows() == 0);
                        },
                        () -> {
                            controls.type("#search", "");
                            window.await("the rows", () -> controls.rows() > 0);
                        }));
    }

    private List<State> neighbours() {
        return List.of(
                page("SPACES", "#spacesWay", "#graphWay"),
                page("EXPLAIN", "#explainWay", "#graphWay"),
                State.of(
                        "FOUND",
                        () -> {
                            controls.type("#search", "ha");
                            window.await("the suggestions", () -> window.sees("#found"));
                        },
                        () -> controls.type("#search", "")),
                State.of("MAP", () -> window.fire("#openMap"), () -> {}),
                State.of("MAP-DRAWN", this::drawTheMap, () -> window.fire("#map-back")));
    }

    private void drawTheMap() {
        controls.awaitOn("#draw");
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<ProjectionMethod> box = window.node("#method", ComboBox.class);
                    box.setValue(ProjectionMethod.PCA);
                    return true;
                });
        window.fire("#draw");
        window.await("the map", () -> !window.text("#caption").isEmpty() && controls.rows() > 0);
    }
}
