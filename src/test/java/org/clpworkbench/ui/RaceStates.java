package org.clpworkbench.ui;

import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;

import org.clpworkbench.ui.common.ScreenName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The states of the screens on which models are trained and compared: training and runs.
final class RaceStates {
    private static final int TO_BE_SHOWN = 200;

    private final WorkbenchWindow window;
    private final Controls controls;
    private final Path workspace;
    private final Path runs;

    RaceStates(WorkbenchWindow window, Path workspace) {
        this.window = window;
        this.controls = new Controls(window);
        this.workspace = workspace;
        this.runs = workspace.resolve("runs");
    }

    /// Leaves the training screen open, with the chart.
    void openRunsInChart() {
        window.open(ScreenName.RUNS);
        fillRuns();
        selectAll();
        window.fire("#chart");
        window.await("the chart", () -> window.sees("#race") && window.shows(".end-label"));
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#toggle-seedsTogether", ToggleButton.class).setSelected(true);
                    return true;
                });
    }

    List<State> training() {
        return List.of(
                controls.toggled("EVALUATIONS", "#toggle-table"),
                controls.toggled("DETAILS", "#toggle-details"),
                controls.expanded("ADVANCED", "#advanced"),
                controls.preset(),
                State.of(
                        "REFUSED",
                        () -> {
                            controls.type("#steps", "many");
                            window.await("the refusal", () -> window.sees("#complaint"));
                        },
                        () -> window.fire("#undo")),
                State.slow("OFFER", this::raceBesideARecordedRun, this::endTheRace));
    }

    private void raceBesideARecordedRun() throws IOException {
        new RecordedBaseline(window, runs).choose();
        window.open(ScreenName.TRAINING);
        new SmallRace(window, runs).start();
        window.await("the offer", () -> window.sees("#offer"));
    }

    private void endTheRace() throws IOException {
        SmallRace.stop(runs);
        openRunsInChart();
    }

    /// No run is selected.
    void fillRuns() {
        window.await("the runs", () -> controls.rows() >= 2);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#table", TableView.class).getSelectionModel().clearSelection();
                    return true;
                });
    }

    private void selectAll() {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#table", TableView.class).getSelectionModel().selectAll();
                    return true;
                });
    }

    List<State> runs() {
        return List.of(
                State.of(
                        "ONE",
                        () -> {
                            controls.select(0);
                            window.await("its details", () -> window.sees("#one"));
                        },
                        this::fillRuns),
                State.of(
                        "SEVERAL",
                        () -> {
                            selectAll();
                            window.await("the differences", () -> window.sees("#several"));
                        },
                        this::fillRuns),
                State.of("FAILED", this::selectTheFailedRun, this::fillRuns),
                controls.toggled("SEEDS-TOGETHER", "#seeds"),
                State.of(
                        "NOTHING-FOUND",
                        () -> {
                            controls.type("#filter", "there is no such run");
                            window.await("no rows", () -> controls.rows() == 0);
                        },
                        () -> {
                            controls.type("#filter", "");
                            fillRuns();
                        }),
                State.of("REFUSED", this::selectABrokenRun, this::removeTheBrokenRun),
                State.of("EMPTY", this::moveRunsAway, this::moveRunsBack));
    }

    /// Of which there is one.
    private void selectTheFailedRun() {
        for (int row = 0; row < controls.rows() && !window.sees("#failure"); row++) {
            controls.select(row);
            WorkbenchWindow.pause(TO_BE_SHOWN);
        }
        window.await("why it failed", () -> window.sees("#failure"));
    }

    private Path brokenRun() {
        return runs.resolve("2026-01-01T00-00-00_broken");
    }

    private void selectABrokenRun() throws IOException {
        int before = controls.rows();
        Files.createDirectories(brokenRun());
        window.await("the broken run", () -> controls.rows() > before);
        for (int row = 0; row < controls.rows() && window.text("#reason").isEmpty(); row++) {
            controls.select(row);
        }
        window.await("the reason", () -> !window.text("#reason").isEmpty());
    }

    private void removeTheBrokenRun() throws IOException {
        int before = controls.rows();
        Files.delete(brokenRun());
        window.await("it gone", () -> controls.rows() < before);
        fillRuns();
    }

    private void moveRunsAway() throws IOException {
        Files.move(runs, workspace.resolve("runs-elsewhere"));
        window.await("no runs", () -> window.sees("#empty"));
    }

    private void moveRunsBack() throws IOException {
        Files.deleteIfExists(runs);
        Files.move(workspace.resolve("runs-elsewhere"), runs);
        fillRuns();
    }
}
