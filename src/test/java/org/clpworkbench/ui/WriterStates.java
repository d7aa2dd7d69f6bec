package org.clpworkbench.ui;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The states of the generate screen.
final class WriterStates {
    private static final String BROKEN = "broken";

    private final WorkbenchWindow window;
    private final Controls controls;
    private final Path workspace;

    WriterStates(WorkbenchWindow window, Path workspace) {
        this.window = window;
        this.controls = new Controls(window);
        this.workspace = workspace;
    }

    List<State> all() {
        return List.of(
                controls.preset(),
                State.of("LINES", () -> begin("Das\nalte Haus\nsteht"), () -> begin("Das alte")),
                State.slow("WRITTEN", this::write, () -> {}),
                State.slow("REFUSED", this::writeWithABrokenModel, this::choose));
    }

    /// Has the texts begin so.
    private void begin(String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#prompt", TextArea.class).setText(words);
                    return true;
                });
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
        controls.awaitOn("#write");
        controls.press(".written", KeyCode.HOME);
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
        controls.awaitOn("#write");
    }

    private boolean failed() {
        return window.scene().getRoot().lookupAll(".writer .problem-bar").stream()
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
