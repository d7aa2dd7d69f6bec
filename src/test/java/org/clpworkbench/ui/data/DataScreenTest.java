package org.clpworkbench.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.Keys;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The screen of texts with real files, as a person sees it.
class DataScreenTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final Pair pair = new Pair();
    private SettingsFile settings;
    private DataViewModel viewModel;
    private Scene scene;
    private final Person person = new Person(() -> scene);

    @BeforeEach
    void open() throws Exception {
        var workspace = new Workspace(folder.resolve("workspace"));
        EmbeddedDemo demo = EmbeddedDemo.unpack(workspace.embedded());
        settings = new SettingsFile(workspace.settingsFile());
        ModelSummary source = ModelSummary.read(demo.source());
        ModelSummary helper = ModelSummary.read(demo.helper());
        var context = new ScreenContext(workspace, jobs, pair, recorder, recorder);
        viewModel =
                OnScreen.get(
                        () -> {
                            pair.source().set(source);
                            pair.helper().set(helper);
                            return new DataViewModel(
                                    context, settings, new HubCache(folder.resolve("hub"), true));
                        });
        scene =
                OnScreen.get(
                        () -> OnScreen.show(new DataView(viewModel, VBox::new).root(), 980, 760));
        OnScreen.run(viewModel::begin);
        OnScreen.await(() -> !table().getItems().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        jobs.close();
        settings.close();
    }

    /// German, English, German again and blank, over and over.
    private Path rows(String name) throws IOException {
        return WrittenFiles.write(
                folder.resolve(name),
                IntStream.range(0, 400)
                        .mapToObj(
                                row ->
                                        switch (row % 4) {
                                            case 0 -> row(row, "Guten Morgen, Nummer " + row, "de");
                                            case 1 -> row(row, "Good morning, number " + row, "en");
                                            case 2 -> row(row, "Guten Abend", "de");
                                            default -> row(row, " ", "de");
                                        })
                        .collect(Collectors.joining()));
    }

    private static String row(int row, String text, String language) {
        return "{\"id\": %d, \"body\": {\"text\": \"%s\"}, \"lang\": \"%s\"}\n"
                .formatted(row, text, language);
    }

    @Test
    void beginsWithTheEmbeddedTextsAndCountsThem() throws Exception {
        OnScreen.await(() -> answer().contains("tokens of"));
        assertThat(answer())
                .startsWith("german-train.txt: ")
                .endsWith("measured on german-validation.txt.");
        assertThat(label("#place")).contains("nothing is to be prepared");
        assertThat(scene.lookup("#prepare").isVisible()).isFalse();
        assertThat(scene.lookup("#column").isVisible()).isFalse();
        OnScreen.await(() -> viewModel.counting().current().get() == null);
        OnScreen.pictures("data-preview", () -> new DataView(viewModel, VBox::new).root());
        OnScreen.run(() -> node("#statisticsPage", ToggleButton.class).fire());
        OnScreen.await(() -> viewModel.counted().get().source().isPresent());
        assertThat(scene.lookup("#table").isVisible()).isFalse();
        OnScreen.picture(scene, Path.of("target/pictures/data-statistics.png"));
        OnScreen.run(() -> node("#next", Button.class).fire());
        assertThat(recorder.opened).containsExactly(ScreenName.OVERLAP);
    }

    /// All of it with the mouse, as a person does it.
    @Test
    void takesTheRowsOfALanguageOncePreparesThemAndLeadsOn() throws Exception {
        recorder.files.add(rows("rows.jsonl.gz"));
        person.click("#add-files");
        OnScreen.await(() -> label("#problem").contains("no text in column \"text\""));
        assertThat(person.sees("#unit")).isFalse();

        OnScreen.await(() -> combo("#column").getItems().equals(List.of("body.text", "lang")));
        person.choose("#column", "body.text");
        OnScreen.await(() -> !person.sees("#problem") && !fate(0).isEmpty());
        person.choose("#languageColumn", "lang");
        OnScreen.await(() -> combo("#language").getItems().equals(List.of("de", "en")));
        person.choose("#language", "de");
        OnScreen.await(() -> fate(1).equals("left out: language"));
        person.click("#deduplicate");
        // the 1st, 2nd, 3rd, 4th and 7th row: one greeting was there before
        OnScreen.await(() -> fate(6).equals("left out: double"));
        assertThat(shownFate(0)).isIn("training", "validation");
        assertThat(shownFate(1)).isEqualTo("left out: language");
        assertThat(shownFate(2)).isIn("training", "validation");
        assertThat(shownFate(3)).isEqualTo("left out: blank");
        // 100 different greetings and one other, of 400 rows: 99 double, 100 English, 100 blank
        OnScreen.await(() -> answer().contains("101 documents"));
        OnScreen.pictures("data-rows", () -> new DataView(viewModel, VBox::new).root());
        person.click("#statisticsPage");
        assertThat(person.sees("#table")).isFalse();
        assertThat(person.reads("#statistics"))
                .containsSequence("○ left out: blank", "100")
                .containsSequence("■ left out: double", "99")
                .containsSequence("▲ left out: language", "100");

        assertThat(label("#place")).contains("Not tokenized yet");
        person.click("#prepare");
        OnScreen.await(() -> label("#place").startsWith("Prepared: "));
        assertThat(person.sees("#prepare")).isFalse();
        assertThat(pair.text().get()).hasFileName("training.txt").isRegularFile();
        assertThat(pair.validation().get()).hasFileName("validation.txt").isRegularFile();
        OnScreen.pictures("data-prepared", () -> new DataView(viewModel, VBox::new).root());
        person.click("#folder");
        assertThat(recorder.revealed).hasSize(1);
        assertThat(recorder.revealed.getFirst().resolve("training.tokens")).isRegularFile();
        person.click("#next");
        assertThat(recorder.opened).containsExactly(ScreenName.OVERLAP);
    }

    private String shownFate(int row) throws Exception {
        return OnScreen.get(() -> fate(row));
    }

    /// What the table says becomes of a row; empty where it shows none.
    private String fate(int row) {
        return table().lookupAll(".fate").stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getIndex() == row && cell.getTableRow().isVisible())
                .map(cell -> String.valueOf(cell.getText()))
                .findFirst()
                .orElse("");
    }

    @Test
    void leavesNothingOfAPreparationThatIsCancelled() throws Exception {
        Path data = folder.resolve("workspace/data");
        recorder.files.add(manyRows());
        OnScreen.run(() -> node("#add-files", Button.class).fire());
        OnScreen.await(() -> label("#place").contains("Not tokenized yet"));
        OnScreen.await(() -> !node("#prepare", Button.class).isDisabled());
        OnScreen.await(() -> !table().getItems().isEmpty() && cancels().isEmpty());
        OnScreen.run(() -> node("#prepare", Button.class).fire());
        OnScreen.await(() -> isHalfWritten(data) && !cancels().isEmpty());
        OnScreen.run(() -> cancels().getFirst().fire());
        OnScreen.await(() -> viewModel.preparing().cancelled().get() != null);
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).containsExactly(data.resolve("file-hashes.json"));
        }
        assertThat(label("#place")).contains("Not tokenized yet");
        assertThat(node("#prepare", Button.class).isDisabled()).isFalse();
        assertThat(pair.text().get()).isNull();
    }

    /// 60 MB, which take longer than a hand to the button.
    private Path manyRows() throws IOException {
        var json = new JsonMapper();
        var rows = new StringBuilder();
        Path embedded = new Workspace(folder.resolve("workspace")).embedded();
        for (String line : Files.readAllLines(EmbeddedDemo.in(embedded).validation())) {
            rows.append(json.writeValueAsString(Map.of("text", line))).append('\n');
        }
        Path file = folder.resolve("many.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int written = 0; written < 60_000_000; written += rows.length()) {
                out.append(rows);
            }
        }
        return file;
    }

    private static boolean isHalfWritten(Path data) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(data, "*.part")) {
            for (Path part : parts) {
                if (Files.exists(part.resolve("training.tokens"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// The buttons to cancel that are in view.
    private List<Button> cancels() {
        return scene.getRoot().lookupAll(".working-bar .flat").stream()
                .filter(button -> button.isVisible() && button.getParent().isVisible())
                .map(Button.class::cast)
                .toList();
    }

    @Test
    void takesATextAwayAndUndoesThatByKeys() throws Exception {
        OnScreen.run(() -> node("#deduplicate", CheckBox.class).fire());
        OnScreen.run(() -> node(".remove-input", Button.class).fire());
        OnScreen.await(() -> pair.data().get() == null);
        assertThat(answer()).isEqualTo("Choose texts to train on.");
        assertThat(pair.done()).doesNotContain(ScreenName.DATA);
        OnScreen.pictures("data-empty", () -> new DataView(viewModel, VBox::new).root());
        Keys.control(scene.lookup("#seed"), KeyCode.Z, false);
        OnScreen.await(() -> pair.data().get() != null);
        assertThat(inputs()).containsExactly("german-train.txt");
        Keys.control(scene.lookup("#seed"), KeyCode.Z, false);
        assertThat(viewModel.form().deduplicate().get()).isFalse();
        assertThat(scene.lookup("#undo").isDisabled()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithANumberAndKeepsTheTextsAsTheyWere() throws Exception {
        DataSet before = pair.data().get();
        assertThat(scene.lookup("#unit-pages").isVisible()).isFalse();
        OnScreen.run(() -> node("#measure-share", RadioButton.class).fire());
        OnScreen.await(() -> !pair.data().get().equals(before));
        // one file cannot be split, nor are its documents more than one
        OnScreen.await(() -> pair.data().get().choices().unit() == TextUnit.PAGE);
        OnScreen.await(
                () ->
                        node("#unit", ComboBox.class)
                                .getButtonCell()
                                .getText()
                                .equals("what fits: a page of 4 KiB"));
        assertThat(scene.lookup("#unit-pages").isVisible()).isTrue();
        DataSet split = pair.data().get();
        OnScreen.run(() -> node("#share", TextField.class).setText("120"));
        OnScreen.await(() -> label("#complaint").contains("above 0 and below 100, not “120”"));
        assertThat(pair.data().get()).isEqualTo(split);
    }

    @Test
    void saysWhatIsWrongWithAFolder() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        recorder.files.add(empty);
        OnScreen.run(() -> node("#add-folder", Button.class).fire());
        OnScreen.await(() -> label("#problem").contains(empty + " has no file that ends with"));
        assertThat(folder.resolve("workspace/data")).doesNotExist();
        OnScreen.pictures("data-wrong", () -> new DataView(viewModel, VBox::new).root());
        OnScreen.run(() -> node("#add-embedded", Button.class).fire());
        OnScreen.await(() -> answer().startsWith("german-train.txt: "));
        assertThat(label("#problem")).isEmpty();
    }

    private List<String> inputs() throws Exception {
        return OnScreen.get(
                () ->
                        ((ListView<?>) scene.lookup("#inputs"))
                                .getItems().stream()
                                        .map(it -> String.valueOf(Path.of("" + it).getFileName()))
                                        .toList());
    }

    private TableView<?> table() {
        return node("#table", TableView.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> combo(String query) {
        return (ComboBox<String>) scene.lookup(query);
    }

    private String answer() {
        return label("#answer");
    }

    private String label(String query) {
        return node(query, Label.class).getText();
    }

    private <N> N node(String query, Class<N> type) {
        return type.cast(scene.lookup(query));
    }
}
