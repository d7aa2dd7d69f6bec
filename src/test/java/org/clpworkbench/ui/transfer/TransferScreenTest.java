package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.ui.chart.Keys;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

class TransferScreenTest extends OpenedTransfer {
    private static final String EMBEDDING = "transformer.wte.weight";

    @Test
    void asksForAPairFirst() throws Exception {
        assertThat(viewModel.problem().get()).contains("Choose a source and a helper");
        assertThat(button("#transfer").isDisabled()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/transfer-empty.png"));
        person.click("#chooseModels");
        OnScreen.await(() -> recorder.opened.equals(List.of(ScreenName.MODELS)));
    }

    /// All of it by mouse and keys, as a person does it.
    @Test
    void estimatesTransfersReportsAndLeadsOn() throws Exception {
        choose(demo.helper());
        OnScreen.await(() -> person.text("#answer").contains("missing tokens will get a new row"));
        assertThat(person.text("#name")).endsWith("_" + Methods.DEFAULT + "_42");
        // both vocabularies have 8,192 tokens, so that the model stays as large as the source
        String size = Numbers.bytes(ModelSummary.read(demo.source()).bytes());
        assertThat(plannedFigures())
                .contains("Padding: 0")
                .anyMatch(line -> line.matches("Time: roughly \\d.*"))
                .contains("Computed: " + EMBEDDING + ": 8,192 × 192")
                .contains("Copied: " + otherTensors() + " tensors")
                .anyMatch(line -> line.matches("Memory: \\d[\\d.]*.[MG]B of .+ free"))
                .anyMatch(line -> line.matches("Disk: " + Pattern.quote(size) + " of .+ free"))
                .anyMatch(line -> line.startsWith("Special tokens: "));
        OnScreen.pictures("transfer-plan", () -> new TransferView(viewModel).root());

        person.click("#composition > .title");
        person.choose("#weighting", "mean");
        assertThat(person.text("#name")).endsWith("_mean_42");
        person.choose("#matching", "fuzzy: without case and space");
        assertThat(person.text("#name")).endsWith("_fuzzy+helper+mean_42");
        assertThat(person.text("#recipe")).isEqualTo("Your own: fuzzy+helper+mean");
        OnScreen.picture(scene, Path.of("target/pictures/transfer-composition.png"));
        person.click("#back");
        assertThat(person.sees("#back")).isFalse();
        assertThat(person.text("#recipe")).isEqualTo("As " + Methods.DEFAULT + " has it");
        person.type("#seed", "7");
        assertThat(person.text("#name")).endsWith("_" + Methods.DEFAULT + "_7");
        person.type("#name", "mine");
        Path made = folder.resolve("models").resolve("mine");
        OnScreen.await(() -> person.text("#place").equals("It will lie at " + made));
        person.click("#transfer");
        OnScreen.await(() -> person.sees("#report"));
        assertThat(made.resolve("transfer-manifest.json")).isRegularFile();
        assertThat(person.text("#answer")).contains("neighbours still");
        assertThat(person.text("#place")).isEqualTo("It lies at " + made);
        assertThat(pair.done()).contains(ScreenName.TRANSFER);
        assertThat(person.reads("#report"))
                .contains("Checked after writing", "By script", "Missing tokens", "median")
                .anyMatch(text -> text.contains("tensors are bit for bit the source’s"));
        OnScreen.pictures("transfer-report", () -> new TransferView(viewModel).root());

        person.click("#folder");
        person.click("#train");
        assertThat(recorder.revealed).containsExactly(made);
        assertThat(recorder.opened).containsExactly(ScreenName.TRAINING);

        // now that one was measured, another one's time is told
        person.type("#name", "another");
        OnScreen.await(
                () ->
                        plannedFigures().stream()
                                .anyMatch(line -> line.matches("Time: (about \\d.*|less .*)")));
        assertThat(person.sees("#report")).isFalse();
    }

    /// Of the source, besides the embedding, which is the output's too.
    private static int otherTensors() throws IOException {
        try (var source = Checkpoint.open(demo.source())) {
            assertThat(source.entries()).containsKey(EMBEDDING);
            return source.entries().size() - 1;
        }
    }

    @Test
    void replacesNothingUnlessToldTo() throws Exception {
        Path there = folder.resolve("models").resolve("mine");
        Files.createDirectories(there);
        choose(demo.helper());
        person.type("#name", "mine");
        OnScreen.await(() -> person.text("#place").startsWith("There is a model at " + there));
        person.click("#transfer");
        OnScreen.await(() -> person.sees("#question"));
        OnScreen.pictures("transfer-question", () -> new TransferView(viewModel).root());
        person.click("#keep");
        assertThat(person.sees("#question")).isFalse();
        assertThat(there).isEmptyDirectory();
        assertThat(jobs.list()).noneMatch(job -> job.title().startsWith("Transferring"));
    }

    @Test
    void undoesMethodPartsSeedAndNameByKeys() throws Exception {
        choose(demo.helper());
        String named = viewModel.name().get();
        OnScreen.run(() -> ((RadioButton) scene.lookup("#method-clp")).fire());
        OnScreen.run(() -> ((TextField) scene.lookup("#seed")).setText("7"));
        OnScreen.run(() -> ((TextField) scene.lookup("#name")).setText("mine"));
        Node seed = scene.lookup("#seed");
        Keys.control(seed, KeyCode.Z, false);
        assertThat(viewModel.name().get()).endsWith("_clp_7");
        Keys.control(seed, KeyCode.Z, false);
        assertThat(viewModel.seed().get()).isEqualTo("42");
        Keys.control(seed, KeyCode.Z, false);
        assertThat(viewModel.name().get()).isEqualTo(named);
        assertThat(((RadioButton) scene.lookup("#method-" + Methods.DEFAULT)).isSelected())
                .isTrue();
        assertThat(scene.lookup("#undo").isDisabled()).isTrue();
        Keys.control(seed, KeyCode.Y, false);
        assertThat(((RadioButton) scene.lookup("#method-clp")).isSelected()).isTrue();
        assertThat(viewModel.choice().recipe().get()).isEqualTo(Recipe.of("clp"));
        Keys.control(seed, KeyCode.Z, true);
        assertThat(viewModel.name().get()).endsWith("_clp_7");
    }

    @Test
    void aPresetBringsBackMethodPartsAndSeedInOneStep() throws Exception {
        choose(demo.helper());
        person.click("#method-clp-plus");
        person.click("#composition > .title");
        person.choose("#matching", "fuzzy: without case and space");
        String mine = person.text("#recipe");
        person.type("#seed", "7");
        person.choose("#presets", "Save as preset…");
        person.type("#presetName", "Mine");
        person.click("#presetSave");
        person.choose("#presets", "The paper: clp, seed 42");
        assertThat(person.text("#recipe")).isEqualTo("As clp has it");
        assertThat(person.text("#name")).endsWith("_clp_42");
        person.choose("#presets", "Mine");
        assertThat(person.text("#recipe")).isEqualTo(mine).startsWith("Your own: fuzzy+");
        assertThat(radio("#method-clp-plus").isSelected()).isTrue();
        assertThat(person.text("#seed")).isEqualTo("7");
        person.click("#seed");
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(person.text("#recipe")).isEqualTo("As clp has it");
        assertThat(person.text("#seed")).isEqualTo("42");
    }

    @Test
    void entersWhatIsKnownOfAPresetOfAnotherProgram() throws Exception {
        apply(Map.of("method", "clp", "weighting", "magic"));
        assertThat(viewModel.choice().recipe().get()).isEqualTo(Recipe.of("clp"));
        apply(Map.of("method", "magic", "matching", "roles"));
        assertThat(viewModel.choice().method().get()).isEqualTo(Methods.all().getFirst());
        assertThat(viewModel.choice().matching().get()).isEqualTo(Matching.ROLES);
    }

    private void apply(Map<String, String> entries) throws Exception {
        var other = new Preset(FormName.TRANSFER, "Other", entries);
        OnScreen.run(() -> viewModel.presets().apply(other));
    }

    private RadioButton radio(String selector) {
        return (RadioButton) node(selector);
    }

    @Test
    void namesTheModelAfterTheMethodUntilAPersonNamesIt() throws Exception {
        choose(demo.helper());
        person.click("#method-clp");
        assertThat(person.text("#name")).endsWith("_clp_42");
        person.type("#name", "mine");
        person.click("#method-mean");
        assertThat(person.text("#name")).isEqualTo("mine");
        person.type("#name", "../elsewhere");
        OnScreen.await(() -> person.text("#problem").contains("cannot be a folder"));
    }

    @Test
    void asksForTheTextsThatASpaceNeeds() throws Exception {
        choose(demo.helper());
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(node("#texts").isVisible()).isFalse();
        OnScreen.run(
                () -> {
                    pair.text().set(null);
                    ((RadioButton) node("#method-wechsel")).fire();
                });
        assertThat(node("#texts").isVisible()).isTrue();
        assertThat(viewModel.problem().get()).contains("a text in the target language");
        assertThat(button("#transfer").isDisabled()).isTrue();
        Path text = folder.resolve("text.txt");
        Path dictionary = folder.resolve("dictionary.tsv");
        OnScreen.run(() -> pair.text().set(text));
        assertThat(viewModel.problem().get()).contains("a text in the source language");
        recorder.files.addAll(List.of(text, dictionary));
        OnScreen.run(() -> button("#sourceButton").fire());
        assertThat(viewModel.problem().get()).contains("needs a dictionary");
        OnScreen.pictures("transfer-texts", () -> new TransferView(viewModel).root());
        OnScreen.run(() -> button("#dictionaryButton").fire());
        assertThat(viewModel.problem().get()).isEmpty();
        assertThat(shownTexts("#texts")).contains("text.txt", "dictionary.tsv");
        assertThat(tooltip("#sourceText")).isEqualTo(text.toString());
        assertThat(tooltip("#dictionaryText")).isEqualTo(dictionary.toString());
        assertThat(((Label) node("#targetText")).getTooltip()).isNull();
        var data =
                new DataSet(
                        List.of("news.txt", "books/*.txt"),
                        Optional.empty(),
                        DataChoices.everything());
        OnScreen.run(() -> pair.data().set(data));
        assertThat(tooltip("#targetText")).isEqualTo("news.txt\nbooks/*.txt");
    }

    private String tooltip(String label) {
        return ((Label) node(label)).getTooltip().getText();
    }

    @Test
    void measuresMethodsInAWorkerAndSavesTheTable() throws Exception {
        choose(demo.helper());
        person.click("#compare");
        assertThat(button("#compare").isDisabled()).isTrue();
        person.click("#comparison .working-bar .button"); // all of them would take minutes
        OnScreen.await(() -> !button("#compare").isDisabled());
        assertThat(person.reads("#comparison .working-bar"))
                .first()
                .asString()
                .startsWith("Cancelled: ");

        OnScreen.run(() -> viewModel.comparison().compare(List.of("mean", "clp-plus"), 42, 2000));
        assertThat(button("#compare").isDisabled()).isTrue();
        RunningJob<?> job =
                jobs.list().stream()
                        .filter(each -> each.title().startsWith("Comparing"))
                        .findFirst()
                        .orElseThrow();
        job.result().get(5, TimeUnit.MINUTES);
        OnScreen.await(() -> !button("#compare").isDisabled());
        var table = (TableView<?>) node("#compared");
        assertThat(table.getItems())
                .map(row -> ((ComparedMethod) row).method())
                .containsExactly("mean", "clp-plus");
        assertThat(viewModel.comparison().answer())
                .startsWith(viewModel.comparison().best().orElseThrow().method());
        // the helper knows 8,192 tokens: ln 8192 = 13 ln 2 = 9.0109
        assertThat(shownTexts("#comparison")).anyMatch(text -> text.contains("9.011"));
        OnScreen.pictures("transfer-comparison", () -> new TransferView(viewModel).root());
        person.click(compared("clp-plus"));
        assertThat(person.text("#use")).isEqualTo("Use clp-plus");

        Path csv = folder.resolve("methods.csv");
        recorder.files.add(csv);
        person.click("#export");
        OnScreen.await(() -> Files.exists(csv));
        // a header and two rows
        assertThat(csv).content().hasLineCount(3);
        person.click("#use");
        OnScreen.await(() -> radio("#method-clp-plus").isSelected());
        assertThat(person.sees("#compared")).isFalse();
    }

    /// The cell of a method's name, which is where a person clicks.
    private Node compared(String method) throws Exception {
        return OnScreen.get(
                () ->
                        node("#compared").lookupAll(".table-cell").stream()
                                .filter(
                                        cell ->
                                                cell instanceof Labeled words
                                                        && method.equals(words.getText()))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void comparedMethodsAreSortedByKeys() throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.comparisonShown().set(true);
                    viewModel
                            .comparison()
                            .rows()
                            .setAll(measured("a", 9.9), measured("b", 10.2), measured("c", 9.4));
                    node("#compared").requestFocus();
                });
        person.press(KeyCode.F3);
        person.takeByKeys("Loss");
        assertThat(comparedMethods()).containsExactly("c", "a", "b");
        person.press(KeyCode.F3);
        person.takeByKeys("Loss (now ascending)");
        assertThat(comparedMethods()).containsExactly("b", "a", "c");
    }

    private static ComparedMethod measured(String method, double loss) {
        return new ComparedMethod(
                method, "exact", "helper", "mean", loss, loss / 3, 0.2, 0.3, 0, 12, 4, 1, 9, 0, 1);
    }

    private List<String> comparedMethods() throws Exception {
        return OnScreen.get(
                () -> {
                    List<?> rows = ((TableView<?>) node("#compared")).getItems();
                    return rows.stream().map(row -> ((ComparedMethod) row).method()).toList();
                });
    }

    /// The lines of the plan as they stand there: "Padding: 0".
    private List<String> plannedFigures() {
        List<String> words = person.reads(".report-grid");
        // a name, what it means, its value
        return IntStream.range(0, words.size() / 3)
                .mapToObj(line -> words.get(3 * line) + ": " + words.get(3 * line + 2))
                .toList();
    }

    private List<String> shownTexts(String selector) throws Exception {
        return OnScreen.get(
                () -> {
                    Node node = node(selector);
                    node.applyCss();
                    return node.lookupAll(".label").stream()
                            .map(label -> String.valueOf(((Labeled) label).getText()))
                            .toList();
                });
    }

    private Button button(String selector) {
        return (Button) node(selector);
    }
}
