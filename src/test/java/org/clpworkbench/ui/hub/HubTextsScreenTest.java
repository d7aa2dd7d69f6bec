package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubServer;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts of the Hub on the data screen of the real window, over a Hub of the test's.
@Timeout(240)
class HubTextsScreenTest {
    @TempDir Path home;
    private HubServer server;

    @BeforeEach
    void serve() throws IOException {
        Path packed = home.resolve("train.jsonl.gz");
        WrittenFiles.write(packed, "{\"text\": \"Guten Morgen\"}\n".repeat(50));
        server =
                new HubServer()
                        .model("somebody/model", Map.of("config.json", new byte[2]))
                        .dataSet(
                                "somebody/texts",
                                Map.of(
                                        "README.md", "# Texts".getBytes(StandardCharsets.UTF_8),
                                        "de/train.jsonl.gz", Files.readAllBytes(packed),
                                        "fr/train.txt", new byte[70]));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WorkbenchWindow open(HubEnvironment hub) throws Exception {
        WorkbenchWindow window = WorkbenchWindow.open(home.resolve("workspace"), hub);
        window.open(ScreenName.DATA);
        window.await("the embedded text", () -> inputs(window).getItems().size() == 1);
        window.fire("#add-hub");
        window.await("the Hub's part", () -> window.sees("#hubTextsName"));
        return window;
    }

    @SuppressWarnings("unchecked") // made so by its view
    private static ListView<String> inputs(WorkbenchWindow window) {
        return window.node("#inputs", ListView.class);
    }

    private static void ask(WorkbenchWindow window, String name, String pattern) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#hubTextsName", TextField.class).setText(name);
                    window.node("#hubTextsPattern", TextField.class).setText(pattern);
                    return true;
                });
        window.fire("#hubTextsAsk");
    }

    @Test
    void textsAreShownFetchedAndAdded() throws Exception {
        WorkbenchWindow window = open(server.environment(home));
        try {
            ask(window, "somebody/model", "");
            window.await("the sentence", () -> window.sees("#hubTextsProblem"));
            assertThat(window.text("#hubTextsProblem"))
                    .contains("somebody/model is a model, not a data set");
            assertThat(window.sees("#hubTextsTake")).isFalse();

            ask(window, "https://huggingface.co/datasets/somebody/texts", "de/*");
            window.await("the offer", () -> window.sees("#hubTextsTake"));
            assertThat(window.text("#hubTextsAnswer")).startsWith("1 of 3 files");
            TableView<?> files = window.node("#hubTextsFiles", TableView.class);
            assertThat(files.getItems()).hasSize(1);
            window.pictures("data-hub");
            window.fire("#hubTextsTake");
            String snapshot =
                    home.resolve("hf/hub/datasets--somebody--texts/snapshots/" + HubServer.COMMIT)
                            .toString();
            window.await(
                    "the texts among the inputs",
                    () -> inputs(window).getItems().contains(snapshot + "/de/**"));
            window.await(
                    "that they are read",
                    () -> window.text("#answer").startsWith("somebody/texts/de/**: "));
            assertThat(window.sees(".download-row")).isTrue();
            assertThat(window.sees(".download-show")).isFalse();

            ask(window, "somebody/texts", "de/*");
            window.await("what is here", () -> window.sees("#hubTextsTake"));
            assertThat(window.text("#hubTextsTake")).isEqualTo("Add them");
        } finally {
            window.close();
        }
    }

    @Test
    void saysWhoseConditionsAreToBeAcceptedFirst() throws Exception {
        server.dataSet("somebody/gated", Map.of("de/train.txt", new byte[70]), "gated");
        WorkbenchWindow window = open(server.environment(home));
        try {
            ask(window, "somebody/gated", "");
            window.await("the offer", () -> window.sees("#hubTextsTake"));
            assertThat(window.text("#hubTextsFacts"))
                    .isEqualTo("licence mit · German · on request");
            assertThat(window.text("#hubTextsReason"))
                    .contains(server.endpoint() + "/datasets/somebody/gated", "log in");
            assertThat(window.node("#hubTextsTake", Button.class).isDisabled()).isTrue();

            ask(window, "somebody/texts", "");
            window.await("what can be fetched", () -> window.sees("#hubTextsTake"));
            assertThat(window.text("#hubTextsFacts")).isEqualTo("licence mit · German");
            assertThat(window.sees("#hubTextsReason")).isFalse();
            assertThat(window.node("#hubTextsTake", Button.class).isDisabled()).isFalse();
        } finally {
            window.close();
        }
    }

    private static ComboBox<?> revisions(WorkbenchWindow window) {
        return window.node("#hubTextsRevision", ComboBox.class);
    }

    @SuppressWarnings("unchecked") // made so by its box
    private static void chooseRevision(WorkbenchWindow window, String name) {
        WorkbenchWindow.onFxThread(
                () -> {
                    ((ComboBox<String>) revisions(window)).setValue(name);
                    return true;
                });
    }

    @Test
    void textsOfAnotherRevisionAreAdded() throws Exception {
        WorkbenchWindow window = open(server.environment(home));
        try {
            assertThat(window.sees("#hubTextsRevision")).isFalse();
            ask(window, "somebody/texts", "de/*");
            window.await("the offer", () -> window.sees("#hubTextsTake"));
            assertThat(revisions(window).getValue()).isEqualTo("main");
            assertThat(List.<Object>copyOf(revisions(window).getItems()))
                    .containsExactly("main", "step3");
            chooseRevision(window, "none");
            window.await("the refusal", () -> window.sees("#hubTextsProblem"));
            assertThat(window.text("#hubTextsProblem")).contains("no revision \"none\"");
            assertThat(window.sees("#hubTextsTake")).isFalse();

            chooseRevision(window, "step3");
            window.await("its offer", () -> window.sees("#hubTextsTake"));
            window.fire("#hubTextsTake");
            String snapshot =
                    home.resolve("hf/hub/datasets--somebody--texts/snapshots/" + HubServer.EARLIER)
                            .toString();
            window.await(
                    "its texts among the inputs",
                    () -> inputs(window).getItems().contains(snapshot + "/de/**"));
            ask(window, "somebody/model", "");
            assertThat(revisions(window).getValue()).isEqualTo("main");
        } finally {
            window.close();
        }
    }

    @Test
    void withoutTheHubWhatIsHereCanBeAdded() throws Exception {
        Path folder = home.resolve("hf/hub/datasets--somebody--texts");
        WrittenFiles.write(folder.resolve("refs/main"), HubServer.COMMIT);
        Path snapshot = folder.resolve("snapshots").resolve(HubServer.COMMIT);
        WrittenFiles.write(snapshot.resolve("train.txt"), "Guten Morgen");
        var variables = new HashMap<>(server.variables(home));
        variables.put("HF_HUB_OFFLINE", "1");
        WorkbenchWindow window = open(HubEnvironment.of(variables, home));
        try {
            ask(window, "somebody/none", "");
            window.await("the sentence", () -> window.sees("#hubTextsProblem"));
            assertThat(window.text("#hubTextsProblem")).contains("HF_HUB_OFFLINE is set");
            assertThat(window.sees("#hubTextsTake")).isFalse();
            ask(window, "somebody/texts", "");
            window.await("what is here", () -> window.sees("#hubTextsTake"));
            assertThat(window.text("#hubTextsProblem")).contains("HF_HUB_OFFLINE is set");
            assertThat(window.sees("#hub-texts-problem-bar .problem-details")).isTrue();
            window.fire("#hub-texts-problem-bar .problem-again");
            window.await("what is here once more", () -> window.sees("#hubTextsTake"));
            window.fire("#hubTextsTake");
            window.await(
                    "the texts among the inputs",
                    () -> inputs(window).getItems().contains(snapshot.toString()));

            WorkbenchWindow.onFxThread(
                    () -> {
                        window.node("#pattern", TextField.class)
                                .setText("hf://datasets/somebody/texts/*.txt");
                        return true;
                    });
            window.fire("#add-pattern");
            window.await(
                    "the name's files",
                    () -> inputs(window).getItems().contains(snapshot + "/*.txt"));
        } finally {
            window.close();
        }
    }
}
