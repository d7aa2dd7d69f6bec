package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.ServedModels;
import org.clpworkbench.hub.ServedTraits;
import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.ClippedTexts;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Hub in the real window, over a Hub of the test's: what a person does and sees.
@Timeout(180)
class HubScreenTest {
    private static final int LARGE = 400_000;

    @TempDir Path home;
    private HubServer server;
    private Map<String, byte[]> files = Map.of();

    @BeforeEach
    void serve() throws IOException {
        files = ServedModels.tiny(home.resolve("tiny"));
        var large = new HashMap<>(files);
        large.put("model.safetensors", HubServer.bytes(5, LARGE));
        server =
                new HubServer()
                        .model("somebody/tiny", files)
                        .model("somebody/large", large)
                        .model("somebody/gated", files, "gated");
    }

    @AfterEach
    void stop() {
        server.close();
        Texts.speak(Locale.ENGLISH);
    }

    private WorkbenchWindow open() throws Exception {
        WorkbenchWindow window =
                WorkbenchWindow.open(home.resolve("workspace"), server.environment(home));
        window.open(ScreenName.MODELS);
        window.click("#segment-hub");
        window.await("the catalogue", () -> !rows(window).isEmpty());
        return window;
    }

    private static List<?> rows(WorkbenchWindow window) {
        return window.node("#hubList", ListView.class).getItems();
    }

    private static void choose(WorkbenchWindow window, String name) {
        var id = new RepositoryId(name);
        window.await("the row", () -> cell(window, id).isPresent());
        window.click(WorkbenchWindow.onFxThread(() -> cell(window, id).orElseThrow()));
        window.await("the page", () -> window.text("#pageTitle").equals(name));
    }

    private static Optional<Node> cell(WorkbenchWindow window, RepositoryId id) {
        return window.node("#hubList", ListView.class).lookupAll(".list-cell").stream()
                .filter(
                        node ->
                                node.isVisible()
                                        && node instanceof ListCell<?> cell
                                        && cell.getItem() instanceof HubRow.One one
                                        && one.id().equals(id))
                .findFirst();
    }

    private static void chooseRevision(WorkbenchWindow window, String name, String commit) {
        window.click("#pageRevision");
        window.robot()
                .push(KeyCode.CONTROL, KeyCode.A)
                .push(KeyCode.DELETE)
                .write(name)
                .push(KeyCode.ENTER);
        window.await("the revision", () -> window.text("#pageFacts").contains(commit));
    }

    private static void search(WorkbenchWindow window, String words) {
        window.click("#hubWords");
        window.robot().write(words).push(KeyCode.ENTER);
        window.await("the answer", () -> window.text("#hubFound").contains("on the Hub"));
    }

    /// All that can be read in the window, fields too.
    private static String allWords(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    var words = new ArrayList<String>();
                    collect(window.scene().getRoot(), words);
                    return String.join("\n", words);
                });
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Labeled labeled) {
            words.add("" + labeled.getText());
        } else if (node instanceof TextInputControl field) {
            words.add("" + field.getText());
        } else if (node instanceof Text text) {
            words.add(text.getText());
        }
        words.add("" + node.getAccessibleText());
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    @Test
    void findsFetchesAndUsesAModel() throws Exception {
        try (var window = open()) {
            window.pictures("hub-catalogue");
            search(window, "tiny");
            choose(window, "somebody/tiny");
            window.await("the offer", () -> window.sees("#pageFetch"));
            long bytes =
                    files.entrySet().stream()
                            .filter(file -> !file.getKey().startsWith("onnx"))
                            .mapToLong(file -> file.getValue().length)
                            .sum();
            // below 10 kB: one digit behind the point
            assertThat(window.text("#pageFetch"))
                    .isEqualTo(String.format(Locale.ROOT, "Download %.1f\u202fkB", bytes / 1e3));
            assertThat(window.text("#pageFacts")).contains("licence mit", "German", "01234567");
            assertThat(window.text("#pageMemory"))
                    .startsWith("A transfer takes about 600")
                    .contains("Training takes about");
            chooseRevision(window, "step3", "fedcba98");
            chooseRevision(
                    window, HubServer.COMMIT, "01234567"); // which is not among those offered
            chooseRevision(window, "step3", "fedcba98");
            chooseRevision(window, "", "01234567");
            assertThat(window.node("#pageRevision", ComboBox.class).getValue()).isEqualTo("main");
            window.await("the offer", () -> window.sees("#pageFetch"));
            assertThat(window.node("#pageCard", TextArea.class).getText())
                    .startsWith("A tiny model");
            window.click("#pageFilesChoice");
            int told = window.node("#pageFiles", TableView.class).getItems().size();
            assertThat(told).isEqualTo(files.size());
            window.pictures("hub-page");
            sortFilesByKeys(window);

            window.click("#pageFetch");
            window.await("the model", () -> window.sees("#pageSource"));
            window.await(
                    "the notice",
                    () -> window.robot().lookup("somebody/tiny is at hand").tryQuery().isPresent());
            window.click("#pageSource");
            window.await("the pair", () -> window.text("#pairButton").startsWith("tiny"));
            window.pictures("hub-whole");
            window.click("#pageShow");
            window.await(
                    "the row",
                    () ->
                            window.shows("#table")
                                    && window.node("#table", TableView.class).getItems().size()
                                            == 4);
        }
    }

    private static void sortFilesByKeys(WorkbenchWindow window) {
        TableView<?> table = window.node("#pageFiles", TableView.class);
        window.click("#pageFiles");
        window.robot().push(KeyCode.F3);
        window.takeByKeys("File");
        assertThat(table.getItems())
                .map(file -> ((HubFile) file).path())
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    /// Models that differ from the usual one in one respect each.
    @Test
    void filtersSayWhatIsAskedOfTheHub() throws Exception {
        String task = HubFilter.TEXT_GENERATION;
        server.model("found/usual", files, ServedTraits.USUAL)
                .model("found/masked", files, new ServedTraits("fill-mask", "de", "mit", 1))
                .model("found/french", files, new ServedTraits(task, "fr", "mit", 1))
                .model("found/apache", files, new ServedTraits(task, "de", "apache-2.0", 1))
                .model("found/large", files, new ServedTraits(task, "de", "mit", 7_000_000_000L));
        try (var window = open()) {
            search(window, "found/");
            awaitFound(window, "apache", "french", "large", "usual");
            filter(window, "#language", "de");
            awaitFound(window, "apache", "large", "usual");
            filter(window, "#licence", "mit");
            awaitFound(window, "large", "usual");
            filter(window, "#size", SizeLimit.of(500_000_000));
            awaitFound(window, "usual");
            filter(window, "#task", "fill-mask");
            awaitFound(window, "masked");
            filter(window, "#language", "fr");
            awaitFound(window);
        }
    }

    @SuppressWarnings("unchecked") // made so by its view
    private static void filter(WorkbenchWindow window, String query, Object value) {
        WorkbenchWindow.onFxThread(
                () -> {
                    ComboBox<Object> box = window.node(query, ComboBox.class);
                    assertThat(box.getItems()).contains(value);
                    box.setValue(value);
                    return true;
                });
    }

    private static void awaitFound(WorkbenchWindow window, String... names) {
        List<String> expected = Stream.of(names).map(name -> "found/" + name).toList();
        window.await(
                "the models " + expected,
                () ->
                        rows(window).stream()
                                .map(row -> row instanceof HubRow.One one ? one.id().name() : "")
                                .toList()
                                .equals(expected));
    }

    @Test
    void goesOnWithADownloadOverPauseLanguageAndRestart() throws Exception {
        server.cdn().slowedTo(20_000);
        try (var window = open()) {
            search(window, "large");
            choose(window, "somebody/large");
            window.click("#pageFetch");
            window.await("the download", () -> window.sees(".download-pause"));
            window.await("its title", () -> window.text("#segment-hub").contains("1"));
            window.await("its rate", () -> window.text(".download-figures").contains("/s"));
            assertThat(window.text(".download-figures")).contains("of 4 files", "left");
            window.await("the reason", () -> window.text("#pageReason").contains("see below"));
            window.pictures("hub-download");

            window.click(".download-pause");
            window.await("the pause", () -> window.sees(".download-resume"));
            assertThat(window.text(".download-figures")).startsWith("Paused");
            window.await("room for all texts", () -> ClippedTexts.in(window.scene()).isEmpty());
            window.click(".download-resume");
            window.await("that it goes on", () -> window.sees(".download-pause"));

            window.speak(Language.GERMAN);
            window.await("the same screen", () -> window.sees(".download-pause"));
            assertThat(window.text(".download-pause")).isEqualTo("Anhalten");
            assertThat(server.cdn().sent()).isLessThan(LARGE);
        }
        Texts.speak(Locale.ENGLISH);
        server.cdn().slowedTo(Integer.MAX_VALUE);
        try (var window = open()) {
            window.await("its end", () -> window.sees(".download-show"));
            assertThat(server.cdn().sent()).isLessThan(2 * LARGE - 20_000);
        }
        Path whole = home.resolve("hf/hub/models--somebody--large/snapshots");
        assertThat(whole.resolve(HubServer.COMMIT).resolve("model.safetensors"))
                .hasBinaryContent(HubServer.bytes(5, LARGE));
    }

    @Test
    void saysWhatADownloadWaitsForAndWhyItStopped() throws Exception {
        server.cdn().slowedTo(20_000);
        try (var window = open()) {
            search(window, "large");
            choose(window, "somebody/large");
            window.click("#pageFetch");
            window.await("some bytes", () -> server.cdn().sent() > 20_000);
            server.cdn().cutting(_ -> 0);
            server.cdn().refusing(503, 100);
            window.click(".download-pause");
            window.await("the pause", () -> window.sees(".download-resume"));
            window.click(".download-resume");
            window.await("the trouble", () -> window.sees(".download-trouble"));
            assertThat(window.text(".download-trouble"))
                    .startsWith("It is tried again: ")
                    .contains("status 503");
            window.pictures("hub-trouble");
            window.click(".download-cancel");
            window.await("that it is gone", () -> !window.sees("#downloads"));
        }
    }

    @Test
    void saysThatAModelDoesNotFitIntoMemory() throws Exception {
        var huge = new HashMap<>(files);
        huge.put("config.json", ServedModels.hugeConfig());
        server.model("somebody/huge", huge);
        try (var window = open()) {
            search(window, "huge");
            choose(window, "somebody/huge");
            window.await("its memory", () -> window.sees("#pageMemory"));
            assertThat(window.text("#pageMemory"))
                    .contains("with gradient checkpointing", "it does not fit.");
        }
    }

    @Test
    void logsInWithoutShowingTheToken() throws Exception {
        try (var window = open()) {
            search(window, "gated");
            choose(window, "somebody/gated");
            window.await("the reason", () -> window.sees("#pageReason"));
            assertThat(window.text("#pageReason"))
                    .contains("Accept their conditions on", "/somebody/gated", "log in");
            assertThat(window.node("#pageFetch", ButtonBase.class).isDisabled()).isTrue();
            window.click("#accountOpen");
            window.await(
                    "the field", () -> window.node("#accountToken", TextField.class).isFocused());
            window.robot().write("hf_wrong");
            window.pictures("hub-login");
            window.robot().push(KeyCode.ENTER);
            window.await("the refusal", () -> window.sees("#accountProblem"));
            assertThat(window.text("#accountProblem")).contains("does not know the token");
            assertThat(allWords(window)).doesNotContain("hf_wrong");

            window.robot().write(HubServer.SECRET);
            window.click("#accountLogIn");
            window.await(
                    "the account",
                    () -> window.text("#accountSentence").equals("Logged in as somebody."));
            window.await(
                    "the offer", () -> !window.node("#pageFetch", ButtonBase.class).isDisabled());
            assertThat(window.sees("#accountToken")).isFalse();
            assertThat(allWords(window)).doesNotContain(HubServer.SECRET);
            window.pictures("hub-account");
            window.click("#accountLogOut");
            window.await(
                    "that nobody is known",
                    () -> window.text("#accountSentence").startsWith("Not logged in"));
        }
        assertThat(home.resolve("hf/token")).doesNotExist();
        try (Stream<Path> all = Files.walk(home.resolve("workspace"))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                assertThat(one)
                        .content(StandardCharsets.ISO_8859_1)
                        .doesNotContain(HubServer.SECRET, "hf_wrong");
            }
        }
    }

    @Test
    void showsTheCatalogueWhenTheHubCannotBeAsked() throws Exception {
        try (var window = WorkbenchWindow.open(home.resolve("workspace"))) {
            window.open(ScreenName.MODELS);
            window.click("#segment-hub");
            window.await("the catalogue", () -> !rows(window).isEmpty());
            window.click("#hubSearch");
            window.await("the notice", () -> window.sees("#hubAgain"));
            assertThat(window.text("#hubProblem")).contains("HF_HUB_OFFLINE is set");
            assertThat(rows(window).getFirst()).isInstanceOf(HubRow.Paired.class);
            WorkbenchWindow.onFxThread(
                    () -> {
                        window.node("#hubList", ListView.class).getSelectionModel().select(0);
                        return true;
                    });
            window.pictures("hub-offline");
            window.click("#pairHelper");
            window.await("its page", () -> window.sees("#pageAgain"));
            assertThat(window.text("#pageTitle")).isEqualTo("malteos/gpt2-wechsel-german-ds-meg");
            window.await("room for all texts", () -> ClippedTexts.in(window.scene()).isEmpty());
        }
    }
}
