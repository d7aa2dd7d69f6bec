package org.clpworkbench.ui;

import javafx.scene.control.ListView;

import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.ServedModels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// A Hub of the test's with a model of the catalogue and a data set, for looking at the Hub's part
/// of the models screen: a page is open and a download goes on, slowly.
final class HubOnShow implements AutoCloseable {
    static final String MODEL = "openai-community/gpt2";
    static final String TEXTS = "somebody/texts";

    private static final int FIRST_MODEL = 4; // behind the pairs
    private static final String CARD =
            """
            ---
            license: mit
            ---
            # GPT-2

            The card of a model is its authors' word on it: what it was trained on, what it is
            good for and what not, under which licence it may be used.

            ## Intended uses

            """
                    + "You can use the raw model for text generation or fine-tune it. ".repeat(40);

    private final Path folder;
    private final HubServer server;

    HubOnShow(Path folder) throws IOException {
        this.folder = folder;
        var files = ServedModels.tiny(folder.resolve("served"));
        files.put("README.md", CARD.getBytes(StandardCharsets.UTF_8));
        files.put("model.safetensors", HubServer.bytes(1, 40_000_000));
        server =
                new HubServer()
                        .model(MODEL, files)
                        .dataSet(
                                TEXTS,
                                Map.of(
                                        "README.md", "# Texts".getBytes(StandardCharsets.UTF_8),
                                        "de/train.txt", HubServer.bytes(2, 3_000),
                                        "fr/train.txt", HubServer.bytes(3, 70)));
        server.cdn().slowedTo(8_000);
    }

    HubEnvironment environment() {
        return server.environment(folder);
    }

    /// Opens the page of a model, begins to fetch it if that is still to be done, and waits until
    /// all of that is to be seen.
    void fill(WorkbenchWindow window) {
        window.fire("#segment-hub");
        window.await(
                "the catalogue",
                () -> window.node("#hubList", ListView.class).getItems().size() > FIRST_MODEL);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#hubList", ListView.class).getSelectionModel().select(FIRST_MODEL);
                    return true;
                });
        window.await("the page", () -> window.sees("#pageCard"));
        if (!window.sees(".download-row")) {
            window.await("the offer", () -> window.sees("#pageFetch"));
            window.fire("#pageFetch");
        }
        window.await(
                "its speed",
                () ->
                        window.sees(".download-figures")
                                && window.text(".download-figures").contains("/s"));
    }

    /// Downloads break off, and begin no more.
    void breakDown() {
        server.cdn().cutting(_ -> 0);
        server.cdn().refusing(503, Integer.MAX_VALUE);
    }

    void recover() {
        server.cdn().refusing(503, 0);
        server.cdn().cutting(bytes -> bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
