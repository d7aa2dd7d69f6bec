package org.clpworkbench.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.Preview;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The screen of texts with real files, as a person sees it.
class DataScreenTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final Pair pair = new Pair();
    private SettingsFile settings;
    private DataViewModel viewModel;
    private Scene scene;

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
                        () -> OnScreen.show(new DataView(viewModel, VBox::new).root(), 1100, 760));
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

    @Test
    void showsWhatBecomesOfRowsAndOffersWhatTheyHave() throws Exception {
        recorder.files.add(rows("rows.jsonl.gz"));
        OnScreen.run(() -> node("#add-files", Button.class).fire());
        OnScreen.await(() -> label("#problem").contains("no text in column \"text\""));
        ComboBox<String> columns = combo("#column");
        OnScreen.await(() -> columns.getItems().equals(List.of("body.text", "lang")));
        assertThat(scene.lookup("#unit").isVisible()).isFalse();

        OnScreen.run(() -> columns.setValue("body.text"));
        OnScreen.await(() -> !table().getItems().isEmpty());
        OnScreen.run(() -> combo("#languageColumn").setValue("lang"));
        ComboBox<String> languages = combo("#language");
        OnScreen.await(() -> languages.getItems().equals(List.of("de", "en")));
        OnScreen.run(
                () -> {
                    languages.setValue("de");
                    viewModel.form().deduplicate().set(true);
                });
        // the 1st, 2nd, 3rd, 4th and 7th row: one greeting was there before
        OnScreen.await(
                () -> fates(0, 2, 3, 6).equals(List.of("kept", "kept", "BLANK", "DUPLICATE")));
        assertThat(fates(1)).containsExactly("OTHER_LANGUAGE");
        // 100 different greetings and one other, of 400 rows: 99 double, 100 English, 100 blank
        OnScreen.await(() -> answer().contains("101 documents"));
        OnScreen.pictures("data-rows", () -> new DataView(viewModel, VBox::new).root());
    }

    private List<String> fates(int... rows) {
        return IntStream.of(rows)
                .filter(row -> row < table().getItems().size())
                .mapToObj(row -> ((Preview.Sample) table().getItems().get(row)).fate())
                .map(fate -> fate.taken() ? "kept" : fate.name())
                .toList();
    }

    @Test
    void preparesAndSaysWhereItLies() throws Exception {
        recorder.files.add(rows("rows.jsonl"));
        OnScreen.run(
                () -> {
                    node("#add-files", Button.class).fire();
                    viewModel.form().column().set("body.text");
                });
        OnScreen.await(() -> !node("#prepare", Button.class).isDisabled());
        assertThat(label("#place")).contains("Not tokenized yet");
        OnScreen.await(() -> !table().getItems().isEmpty());
        OnScreen.run(() -> node("#prepare", Button.class).fire());
        OnScreen.await(() -> label("#place").startsWith("Prepared: "));
        assertThat(scene.lookup("#prepare").isVisible()).isFalse();
        assertThat(pair.text().get()).hasFileName("training.txt").isRegularFile();
        assertThat(pair.validation().get()).hasFileName("validation.txt").isRegularFile();
        OnScreen.run(() -> node("#folder", Button.class).fire());
        assertThat(recorder.revealed).hasSize(1);
        assertThat(recorder.revealed.getFirst().resolve("training.tokens")).isRegularFile();
        OnScreen.pictures("data-prepared", () -> new DataView(viewModel, VBox::new).root());
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
