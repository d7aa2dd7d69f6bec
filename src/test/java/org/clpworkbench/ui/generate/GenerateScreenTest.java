package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Models write in processes of their own; all of it by mouse and keys, as a person does it.
class GenerateScreenTest extends OpenedGenerate {
    private static final String FAILURE = ".writer .failure";

    /// What a model does, below its name.
    private static final String STATE = ".writer > .text-muted";

    private final FxRobot robot = new FxRobot();

    @Test
    void saysWhatToDoWhereThereIsNoModel() throws Exception {
        assertThat(label("#answer")).isEqualTo("Choose who writes.");
        assertThat(node("#empty").isVisible()).isTrue();
        assertThat(button("#write").isDisabled()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/generate-empty.png"));
    }

    @Test
    void letsTwoModelsContinueTheSameWordsAndShowsTheChancesOfAToken() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        assertThat(names()).containsExactly("helper", "source");
        assertThat(OnScreen.get(() -> box("helper").isSelected() && box("source").isSelected()))
                .isTrue();
        person.type("#prompt", "Öffnen Sie die");
        person.type("#seed", "3");
        person.type("#tokens", "24");
        person.click("#write");
        assertThat(person.text("#answer"))
                .isEqualTo("2 models continue “Öffnen Sie die”, drawing with seed 3.");
        OnScreen.await(() -> !button("#write").isDisabled());
        assertThat(flows()).hasSize(2);
        for (TextFlow flow : flows()) {
            assertThat(tokens(flow)).hasSizeBetween(2, 24);
            assertThat(((Text) flow.getChildren().getFirst()).getText())
                    .isEqualTo("Öffnen Sie die");
            assertThat(flow.getAccessibleText())
                    .startsWith("Öffnen Sie die")
                    .hasSizeGreaterThan(20);
        }
        assertThat(test.pair().done()).contains(ScreenName.GENERATE);

        assertThat(label("#chance")).startsWith("Point at a token");
        person.click(flows().getFirst());
        robot.targetWindow(scene.getWindow()).moveTo("#answer");
        person.press(KeyCode.HOME);
        String first = person.text("#chance");
        assertThat(first).contains("had a probability of");
        person.press(KeyCode.RIGHT);
        assertThat(person.text("#chance")).contains("had a probability of").isNotEqualTo(first);

        person.click("#undo");
        assertThat(entered("#tokens")).isEqualTo("60");
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(entered("#seed")).isEqualTo("1");
        person.click("#redo");
        person.press(KeyCode.CONTROL, KeyCode.Y);
        assertThat(entered("#tokens")).isEqualTo("24");
        // what was written stays
        assertThat(person.text("#answer")).endsWith("seed 3.");
        OnScreen.pictures("generate", () -> new GenerateView(viewModel).root());
    }

    @Test
    void presetsSetHowTokensAreDrawnInOneStep() throws Exception {
        person.click("#temperature");
        person.press(KeyCode.END);
        person.type("#tokens", "200");
        person.choose("#presets", "Save as preset…");
        person.type("#presetName", "Long");
        person.click("#presetSave");
        person.choose("#presets", "Likeliest each time: temperature 0");
        assertThat(person.text("#temperatureValue")).isEqualTo("0.00");
        assertThat(entered("#tokens")).isEqualTo("60");
        person.choose("#presets", "Bold: temperature 1.2, top-p 1, top-k 1,000");
        assertThat(person.text("#topPValue")).isEqualTo("1.00");
        assertThat(entered("#topK")).isEqualTo("1000");
        person.choose("#presets", "Long");
        assertThat(person.text("#temperatureValue")).isEqualTo("2.00");
        assertThat(person.text("#topPValue")).isEqualTo("0.95");
        assertThat(entered("#topK")).isEqualTo("50");
        assertThat(entered("#tokens")).isEqualTo("200");
        person.click("#undo");
        assertThat(person.text("#temperatureValue")).isEqualTo("1.20");
        assertThat(entered("#tokens")).isEqualTo("60");
    }

    @Test
    void arrowKeysMoveASliderBySmallSteps() {
        person.click("#temperature");
        person.press(KeyCode.HOME);
        assertThat(person.text("#temperatureValue")).isEqualTo("0.00");
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.RIGHT);
        assertThat(person.text("#temperatureValue")).isEqualTo("0.10");
        person.click("#topP");
        person.press(KeyCode.END);
        person.press(KeyCode.LEFT);
        assertThat(person.text("#topPValue")).isEqualTo("0.99");
    }

    /// What stands in a box for numbers.
    private String entered(String spinner) {
        return person.text(spinner + " .text-field");
    }

    @Test
    void entersTheUsualWhereAPresetIsBeyondTheFormsBounds() throws Exception {
        Map<String, String> strange =
                Map.of(
                        "temperature",
                        "90",
                        "topP",
                        "warm",
                        "topK",
                        "-1",
                        "tokens",
                        "NaN",
                        "seed",
                        "3");
        OnScreen.run(
                () -> viewModel.presets().apply(new Preset(FormName.SAMPLING, "Other", strange)));
        SamplingForm form = viewModel.sampling();
        assertThat(form.temperature().get()).isEqualTo(0.8);
        assertThat(form.topP().get()).isEqualTo(0.95);
        assertThat(form.topK().get()).isEqualTo(50);
        assertThat(form.tokens().get()).isEqualTo(60);
        assertThat(form.seed().get()).isEqualTo(3);
    }

    @Test
    void goesOnTellingWhatWasAskedWhenTheFormChanges() throws Exception {
        choosePair();
        TextRequest asked = OnScreen.get(() -> viewModel.sampling().request("Die"));
        test.dialogs().willAnswer(folder.resolve("third"));
        OnScreen.run(() -> viewModel.chosen().forEach(text -> text.begin(asked)));
        person.type("#seed", "7");
        person.click("#addFolder");
        assertThat(names()).hasSize(3).contains("third");
        assertThat(person.text("#answer"))
                .isEqualTo("2 models continue “Die”, drawing with seed 1.");
    }

    @Test
    void showsTheChancesOfTheTokenUnderTheMouse() throws Exception {
        choosePair();
        OnScreen.run(
                () -> {
                    WriterText text = viewModel.chosen().getFirst();
                    Consumer<Written> taker = text.begin(viewModel.sampling().request("Die"));
                    taker.accept(written(1, "Katze"));
                    taker.accept(written(2, "sieht"));
                    viewModel.pull();
                });
        robot.targetWindow(scene.getWindow());
        OnScreen.await(() -> !flows().isEmpty() && flows().getFirst().getChildren().size() == 3);
        Node token = OnScreen.get(() -> flows().getFirst().getChildren().get(2));
        robot.moveTo("#answer").moveTo(token);
        assertThat(label("#chance"))
                .startsWith("“sieht” had a probability of 25\u202f%: the second likeliest.");
        List<String> bars =
                OnScreen.get(
                        () ->
                                scene.getRoot().lookupAll(".chances .label").stream()
                                        .map(bar -> ((Labeled) bar).getText())
                                        .toList());
        assertThat(bars).contains("und", "50\u202f%", "sieht", "25\u202f%");
    }

    @Test
    void goesOnWithWhatAnotherWindowShowed() throws Exception {
        choosePair();
        OnScreen.run(
                () -> {
                    viewModel.sampling().seed().set(7);
                    WriterText text = viewModel.chosen().getFirst();
                    text.begin(viewModel.sampling().request("Die")).accept(written(1, "Katze"));
                    viewModel.pull();
                    viewModel.prompt().set("Die Katzen");
                });
        var next = OnScreen.get(() -> new GenerateViewModel(test.context(), settings));
        OnScreen.run(
                () -> {
                    next.follow(viewModel);
                    next.read();
                });
        OnScreen.await(() -> next.chosen().size() == 2);
        assertThat(next.prompt().get()).isEqualTo("Die Katzen");
        assertThat(next.chosen().getFirst().tokens()).containsExactly(written(1, "Katze"));
        assertThat(next.answer().get())
                .isEqualTo("One model continues “Die”, drawing with seed 7.");
        next.close();
    }

    /// Not the likeliest token.
    private static Written written(int id, String word) {
        var drawn = new LikelyToken(id, word, 0.25);
        return new Written(" " + word, drawn, List.of(new LikelyToken(9, "und", 0.5), drawn));
    }

    @Test
    void saysWhyAModelCannotWriteAndWhatToDo() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("config.json"), "{ half");
        test.dialogs().willAnswer(broken);
        person.click("#addFolder");
        person.type("#prompt", "Die");
        person.click("#write");
        OnScreen.await(() -> person.sees(FAILURE));
        assertThat(person.text(FAILURE)).contains("broken");
        assertThat(person.text(STATE)).isEqualTo("not written");
        OnScreen.await(() -> !button("#write").isDisabled());
        person.click(".writer .problem-step");
        assertThat(viewModel.chosen()).isEmpty();
    }

    @Test
    void takesBackWhatWasEntered() throws Exception {
        person.type("#prompt", "Katze");
        person.type("#topK", "40");
        person.type("#tokens", "24");
        person.click("#undo");
        assertThat(entered("#tokens")).isEqualTo("60");
        person.click("#prompt");
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(entered("#topK")).isEqualTo("50");
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(person.text("#prompt")).isEmpty();
        person.click("#redo");
        assertThat(person.text("#prompt")).isEqualTo("Katze");
    }

    @Test
    void drawsTheSameTextFromTheSameSeedAndAnotherFromAnother() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        person.click(box("source"));
        OnScreen.await(() -> names().equals(Set.of("helper")));
        String once = written(1);
        assertThat(written(1)).isEqualTo(once);
        assertThat(written(2)).isNotEqualTo(once);
    }

    @Test
    void stopsInTheMiddleAndKeepsWhatIsThere() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        person.click(box("source"));
        // the likeliest token each time: it goes round in circles instead of coming to an end
        person.click("#temperature");
        person.press(KeyCode.HOME);
        person.type("#tokens", "2000");
        person.click("#write");
        OnScreen.await(() -> tokens(flows().getFirst()).size() > 4);
        person.click("#stop");
        OnScreen.await(() -> !button("#write").isDisabled());
        int tokens = OnScreen.get(() -> tokens(flows().getFirst()).size());
        assertThat(tokens).isBetween(4, 1999);
        assertThat(person.text(STATE)).isEqualTo("%,d tokens · stopped".formatted(tokens));
    }

    private String written(int seed) throws Exception {
        person.type("#seed", Integer.toString(seed));
        person.click("#write");
        OnScreen.await(() -> !button("#write").isDisabled());
        return flows().getFirst().getAccessibleText();
    }

    private void choosePair() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(new Workspace(folder).embedded());
        var source = ModelSummary.read(demo.source());
        var helper = ModelSummary.read(demo.helper());
        OnScreen.run(
                () -> {
                    test.pair().source().set(named(source, "source"));
                    test.pair().helper().set(named(helper, "helper"));
                });
        OnScreen.await(() -> viewModel.chosen().size() == 2);
        OnScreen.run(() -> viewModel.prompt().set("Die"));
    }

    private static ModelSummary named(ModelSummary model, String name) {
        return new ModelSummary(
                name,
                model.folder(),
                model.modelType(),
                model.parameters(),
                model.layers(),
                model.width(),
                model.heads(),
                model.vocabularySize(),
                model.contextLength(),
                model.tied(),
                model.dtype(),
                model.bytes());
    }

    private List<TextFlow> flows() {
        return scene.getRoot().lookupAll(".written").stream().map(TextFlow.class::cast).toList();
    }

    private static Set<Node> tokens(TextFlow flow) {
        return flow.lookupAll(".written-token");
    }

    private Set<String> names() {
        return scene.getRoot().lookupAll(".writer .section").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private CheckBox box(String name) {
        return scene.getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String id) {
        return (Button) node(id);
    }

    private String label(String id) {
        return ((Labeled) node(id)).getText();
    }
}
