package org.clpworkbench.ui;

import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.clpworkbench.transfer.Methods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The states of the transfer screen.
final class TransferStates {
    private final WorkbenchWindow window;
    private final Controls controls;
    private final Path workspace;

    /// Of a transfer, while another name stands in the form.
    private String usualName = "";

    TransferStates(WorkbenchWindow window, Path workspace) {
        this.window = window;
        this.controls = new Controls(window);
        this.workspace = workspace;
    }

    List<State> all() {
        return List.of(
                controls.expanded("COMPOSITION", "#composition"),
                State.of("REFUSED", this::chooseWechsel, this::chooseTheDefault),
                State.of("TEXTS", this::giveTexts, this::chooseTheDefault),
                State.slow("PRESET", controls.preset().open(), controls.preset().close()),
                State.of("QUESTION", this::askForATakenName, this::keepWhatIsThere),
                State.slow("UNDER-WAY", this::beginToTransfer, this::cancelTheTransfer),
                State.of("REPORT", this::transferAll, () -> {}),
                State.slow("COMPARISON", this::compareMethods, this::endComparison));
    }

    private void chooseWechsel() {
        window.fire("#method-wechsel");
        window.await("the texts it needs", () -> window.sees("#texts"));
    }

    private void chooseTheDefault() {
        window.fire("#method-" + Methods.DEFAULT);
        controls.awaitOn("#transfer");
    }

    private void giveTexts() throws IOException {
        chooseWechsel();
        Path texts = workspace.resolve("english.txt");
        Path dictionary = workspace.resolve("dictionary.tsv");
        Files.writeString(texts, "The house is old. The water is cold.\n");
        Files.writeString(dictionary, "house\tHaus\nwater\tWasser\n");
        give("#sourceButton", texts);
        give("#dictionaryButton", dictionary);
    }

    private void give(String button, Path file) {
        window.dialogs().willAnswer(file);
        window.fire(button);
        String name = String.valueOf(file.getFileName());
        window.await(name, () -> window.text(button.replace("Button", "Text")).equals(name));
    }

    /// By a method that first trains vectors, which takes a while.
    private void beginToTransfer() {
        window.fire("#method-focus");
        controls.awaitOn("#transfer");
        window.fire("#transfer");
        window.await(
                "how far it is", () -> window.sees(".working-bar") || window.sees("#question"));
        if (window.sees("#question")) {
            window.fire("#overwrite");
            window.await("how far it is", () -> window.sees(".working-bar"));
        }
    }

    /// Or leaves its report, if it is done.
    private void cancelTheTransfer() {
        window.fire(".working-bar .button");
        chooseTheDefault();
    }

    private void askForATakenName() {
        usualName = window.node("#name", TextField.class).getText();
        controls.type("#name", WindowOnShow.TAKEN);
        controls.awaitOn("#transfer");
        window.fire("#transfer");
        window.await("the question", () -> window.sees("#question"));
    }

    private void keepWhatIsThere() {
        window.fire("#keep");
        controls.type("#name", usualName);
        controls.awaitOn("#transfer");
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
        controls.awaitOn("#compare");
        window.fire("#transferPage");
    }
}
