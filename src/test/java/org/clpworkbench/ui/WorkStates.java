package org.clpworkbench.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.ui.common.ScreenName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The states of the screens that make and use models: transfer, training, runs and generate.
final class WorkStates {
    private static final String BROKEN = "broken";

    private final WorkbenchWindow window;
    private final Path workspace;
    private final Path runs;

    /// Of a transfer, while another name stands in the form.
    private String usualName = "";

    WorkStates(WorkbenchWindow window, Path workspace) {
        this.window = window;
        this.workspace = workspace;
        this.runs = workspace.resolve("runs");
    }

    void awaitOn(String button) {
        window.await(button, () -> !window.node(button, Node.class).isDisabled());
    }

    void type(String field, String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node(field, TextField.class).setText(words);
                    return true;
                });
    }

    /// Whatever has the focus: a notice over the window takes keys from it for a while.
    void press(String node, KeyCode key) {
        WorkbenchWindow.onFxThread(
                () -> {
                    Event.fireEvent(
                            window.node(node, Node.class),
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                    return true;
                });
    }

    /// Of the table on the screen.
    int rows() {
        return window.scene().lookup("#table") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }

    List<State> transfer() {
        return List.of(
                expanded("COMPOSITION", "#composition"),
                State.of(
                        "REFUSED",
                        () -> {
                            window.fire("#method-wechsel");
                            window.await("the texts it needs", () -> window.sees("#texts"));
                        },
                        () -> {
                            window.fire("#method-" + Methods.DEFAULT);
                            awaitOn("#transfer");
                        }),
                State.of("QUESTION", this::askForATakenName, this::keepWhatIsThere),
                State.of("REPORT", this::transferAll, () -> {}),
                State.slow("COMPARISON", this::compareMethods, this::endComparison));
    }

    private State toggled(String name, String button) {
        return State.of(name, () -> window.fire(button), () -> window.fire(button));
    }

    private State expanded(String name, String pane) {
        return State.of(name, () -> expand(pane, true), () -> expand(pane, false));
    }

    private void expand(String pane, boolean wanted) {
        WorkbenchWindow.onFxThread(
                () -> {
                    TitledPane titled = window.node(pane, TitledPane.class);
                    titled.setAnimated(false);
                    titled.setExpanded(wanted);
                    return true;
                });
    }

    private void askForATakenName() {
        usualName = window.node("#name", TextField.class).getText();
        type("#name", WindowOnShow.TAKEN);
        awaitOn("#transfer");
        window.fire("#transfer");
        window.await("the question", () -> window.sees("#question"));
    }

    private void keepWhatIsThere() {
        window.fire("#keep");
        type("#name", usualName);
        awaitOn("#transfer");
    }

    private void transferAll() {
        window.fire("#transfer");
        window.await("an end", () -> window.sees("#report") || window.sees("#question"));
        if (window.sees("#question")) {
            window.fire("#overwrite");
            window.await("the report", () -> window.sees("#report"));
        }
    }

    /// Until the first method is measured.
    private void compareMethods() {
        window.fire("#compare");
        window.await(
                "a method", () -> !window.node("#compared", TableView.class).getItems().isEmpty());
    }

    private void endComparison() {
        window.fire("#comparison .working-bar .button");
        awaitOn("#compare");
        window.fire("#transferPage");
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
                toggled("EVALUATIONS", "#toggle-table"),
                expanded("ADVANCED", "#advanced"),
                State.of(
                        "REFUSED",
                        () -> {
                            type("#steps", "many");
                            window.await("the refusal", () -> window.sees("#complaint"));
                        },
                        () -> window.fire("#undo")));
    }

    /// No run is selected.
    void fillRuns() {
        window.await("the runs", () -> rows() >= 2);
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
                            select(0);
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
                toggled("SEEDS-TOGETHER", "#seeds"),
                State.of(
                        "NOTHING-FOUND",
                        () -> {
                            type("#filter", "there is no such run");
                            window.await("no rows", () -> rows() == 0);
                        },
                        () -> {
                            type("#filter", "");
                            fillRuns();
                        }),
                State.of("REFUSED", this::selectABrokenRun, this::removeTheBrokenRun),
                State.of("EMPTY", this::moveRunsAway, this::moveRunsBack));
    }

    private void select(int row) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#table", TableView.class).getSelectionModel().clearAndSelect(row);
                    return true;
                });
    }

    private Path brokenRun() {
        return runs.resolve("2026-01-01T00-00-00_" + BROKEN);
    }

    private void selectABrokenRun() throws IOException {
        int before = rows();
        Files.createDirectories(brokenRun());
        window.await("the broken run", () -> rows() > before);
        for (int row = 0; row < rows() && window.text("#reason").isEmpty(); row++) {
            select(row);
        }
        window.await("the reason", () -> !window.text("#reason").isEmpty());
    }

    private void removeTheBrokenRun() throws IOException {
        int before = rows();
        Files.delete(brokenRun());
        window.await("it gone", () -> rows() < before);
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

    List<State> generate() {
        return List.of(
                State.slow("WRITTEN", this::write, () -> {}),
                State.slow("REFUSED", this::writeWithABrokenModel, this::choose));
    }

    /// And points at the first token, whose chances are shown.
    private void write() {
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    Spinner<Integer> tokens = window.node("#tokens", Spinner.class);
                    tokens.getValueFactory().setValue(24);
                    return true;
                });
        window.fire("#write");
        awaitOn("#write");
        press(".written", KeyCode.HOME);
        window.await("the chances", () -> window.shows(".chances .share-figure"));
    }

    private void writeWithABrokenModel() throws IOException {
        if (box().isEmpty()) {
            Path folder = Files.createDirectories(workspace.resolve(BROKEN));
            Files.writeString(folder.resolve("config.json"), "{ half");
            window.dialogs().willAnswer(folder);
            window.fire("#addFolder");
        } else {
            choose();
        }
        window.fire("#write");
        window.await("the failure", this::failed);
        awaitOn("#write");
    }

    private boolean failed() {
        return window.scene().getRoot().lookupAll(".writer > .failure").stream()
                .anyMatch(Node::isVisible);
    }

    /// Lets the broken model write, or no longer.
    private void choose() {
        WorkbenchWindow.onFxThread(
                () -> {
                    box().orElseThrow().fire();
                    return true;
                });
    }

    private Optional<CheckBox> box() {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookupAll(".writer-list .check-box").stream()
                                .map(CheckBox.class::cast)
                                .filter(box -> box.getText().equals(BROKEN))
                                .findFirst());
    }
}
