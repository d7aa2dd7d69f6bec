package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

class GenerateScreenTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final FxRobot robot = new FxRobot();
    private final Pair pair = new Pair();
    private SettingsFile settings;
    private GenerateViewModel viewModel;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel = OnScreen.get(() -> new GenerateViewModel(context(), settings));
        scene = OnScreen.get(() -> OnScreen.show(new GenerateView(viewModel).root(), 980, 640));
    }

    private ScreenContext context() {
        return new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        viewModel.close();
        settings.close();
        jobs.close();
    }

    @Test
    void saysWhatToDoWhereThereIsNoModel() throws Exception {
        assertThat(label("#answer")).isEqualTo("Choose who writes.");
        assertThat(scene.getRoot().lookup("#empty").isVisible()).isTrue();
        assertThat(button("#write").isDisabled()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/generate-empty.png"));
    }

    @Test
    void letsTwoModelsContinueTheSameWordsAndShowsTheChancesOfAToken() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        assertThat(names()).containsExactly("helper", "source");
        OnScreen.run(
                () -> {
                    viewModel.prompt().set("Öffnen Sie die");
                    viewModel.sampling().tokens().set(24);
                    button("#write").fire();
                });
        OnScreen.await(() -> viewModel.writing().get() && button("#write").isDisabled());
        OnScreen.await(() -> !viewModel.writing().get());
        assertThat(label("#answer"))
                .isEqualTo("2 models continue “Öffnen Sie die”, drawing with seed 1.");
        assertThat(flows()).hasSize(2);
        for (TextFlow flow : flows()) {
            // the prompt and at most 24 tokens
            assertThat(flow.getChildren()).hasSizeBetween(3, 25);
            assertThat(((Text) flow.getChildren().getFirst()).getText())
                    .isEqualTo("Öffnen Sie die");
            assertThat(flow.getAccessibleText())
                    .startsWith("Öffnen Sie die")
                    .hasSizeGreaterThan(20);
        }
        assertThat(pair.done()).contains(ScreenName.GENERATE);

        assertThat(label("#chance")).startsWith("Point at a token");
        OnScreen.run(() -> press(flows().getFirst(), KeyCode.HOME));
        String first = label("#chance");
        assertThat(first).contains("had a probability of");
        OnScreen.run(() -> press(flows().getFirst(), KeyCode.RIGHT));
        assertThat(label("#chance")).contains("had a probability of").isNotEqualTo(first);
        OnScreen.pictures("generate", () -> new GenerateView(viewModel).root());
    }

    @Test
    void presetsSetHowTokensAreDrawnInOneStep() throws Exception {
        SamplingForm form = viewModel.sampling();
        OnScreen.run(
                () -> {
                    form.temperature().set(1.5);
                    form.tokens().set(200);
                    assertThat(viewModel.presets().save("Long")).isTrue();
                });
        OnScreen.run(() -> preset("Likeliest each time: temperature 0").fire());
        assertThat(form.temperature().get()).isZero();
        assertThat(form.tokens().get()).isEqualTo(60);
        OnScreen.run(() -> preset("Bold: temperature 1.2, top-p 1, top-k 1,000").fire());
        assertThat(((Spinner<?>) scene.lookup("#topK")).getValue()).isEqualTo(1000);
        OnScreen.run(() -> preset("Long").fire());
        assertThat(form.temperature().get()).isEqualTo(1.5);
        assertThat(form.topK().get()).isEqualTo(50);
        assertThat(((Spinner<?>) scene.lookup("#tokens")).getValue()).isEqualTo(200);
        OnScreen.run(() -> button("#undo").fire());
        assertThat(form.temperature().get()).isEqualTo(1.2);
        assertThat(form.tokens().get()).isEqualTo(60);
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

    private MenuItem preset(String name) {
        return ((MenuButton) scene.lookup("#presets"))
                .getItems().stream()
                        .filter(item -> name.equals(item.getText()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void goesOnTellingWhatWasAskedWhenTheFormChanges() throws Exception {
        choosePair();
        TextRequest asked = OnScreen.get(() -> viewModel.sampling().request("Die"));
        recorder.files.add(folder.resolve("third"));
        OnScreen.run(
                () -> {
                    viewModel.chosen().forEach(text -> text.begin(asked));
                    viewModel.sampling().seed().set(7);
                    button("#addFolder").fire();
                });
        assertThat(viewModel.chosen()).hasSize(3);
        assertThat(label("#answer")).isEqualTo("2 models continue “Die”, drawing with seed 1.");
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
                .isEqualTo("“sieht” had a probability of 25\u202f%: the second likeliest.");
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
        var next = OnScreen.get(() -> new GenerateViewModel(context(), settings));
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
        recorder.files.add(broken);
        OnScreen.run(
                () -> {
                    button("#addFolder").fire();
                    viewModel.prompt().set("Die");
                    button("#write").fire();
                });
        OnScreen.await(() -> failure().isVisible());
        assertThat(failure().getText()).contains("broken");
        assertThat(viewModel.chosen().getFirst().state().get()).isEqualTo("not written");
        OnScreen.await(() -> !button("#write").isDisabled());
        OnScreen.run(() -> button(".writer .problem-step").fire());
        assertThat(viewModel.chosen()).isEmpty();
    }

    private Labeled failure() {
        return (Labeled) scene.getRoot().lookup(".writer .failure");
    }

    @Test
    void takesBackWhatWasEntered() throws Exception {
        OnScreen.run(() -> field("#prompt").setText("Die Katze"));
        OnScreen.run(() -> viewModel.sampling().temperature().set(1.3));
        OnScreen.run(() -> spinner("#tokens").getValueFactory().setValue(24));
        OnScreen.run(() -> button("#undo").fire());
        assertThat(spinner("#tokens").getValue()).isEqualTo(60);
        OnScreen.run(() -> press(field("#prompt"), KeyCode.Z, true));
        assertThat(viewModel.sampling().temperature().get()).isEqualTo(0.8);
        OnScreen.run(() -> press(field("#prompt"), KeyCode.Z, true));
        assertThat(field("#prompt").getText()).isEmpty();
        OnScreen.run(() -> button("#redo").fire());
        assertThat(field("#prompt").getText()).isEqualTo("Die Katze");
    }

    private TextField field(String id) {
        return (TextField) scene.getRoot().lookup(id);
    }

    @SuppressWarnings("unchecked")
    private Spinner<Integer> spinner(String id) {
        return (Spinner<Integer>) scene.getRoot().lookup(id);
    }

    @Test
    void drawsTheSameTextFromTheSameSeedAndAnotherFromAnother() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        OnScreen.run(() -> box("source").fire());
        String once = written(1);
        assertThat(written(1)).isEqualTo(once);
        assertThat(written(2)).isNotEqualTo(once);
    }

    @Test
    void stopsInTheMiddleAndKeepsWhatIsThere() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        OnScreen.run(
                () -> {
                    box("source").fire();
                    viewModel.sampling().tokens().set(2000);
                    button("#write").fire();
                });
        OnScreen.await(() -> viewModel.chosen().getFirst().tokens().size() > 3);
        OnScreen.run(() -> button("#stop").fire());
        OnScreen.await(() -> !viewModel.writing().get());
        assertThat(viewModel.chosen().getFirst().state().get()).endsWith("stopped");
        assertThat(viewModel.chosen().getFirst().tokens()).hasSizeBetween(4, 1999);
    }

    private String written(int seed) throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.prompt().set("Die");
                    viewModel.sampling().seed().set(seed);
                    button("#write").fire();
                });
        OnScreen.await(() -> !viewModel.writing().get());
        return flows().getFirst().getAccessibleText();
    }

    private void choosePair() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(new Workspace(folder).embedded());
        var source = ModelSummary.read(demo.source());
        var helper = ModelSummary.read(demo.helper());
        OnScreen.run(
                () -> {
                    pair.source().set(named(source, "source"));
                    pair.helper().set(named(helper, "helper"));
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

    private static void press(Node node, KeyCode key) {
        press(node, key, false);
    }

    private static void press(Node node, KeyCode key, boolean control) {
        Event.fireEvent(
                node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private List<TextFlow> flows() {
        return scene.getRoot().lookupAll(".written").stream().map(TextFlow.class::cast).toList();
    }

    private Set<String> names() {
        return scene.getRoot().lookupAll(".writer > .section").stream()
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
        return (Button) scene.getRoot().lookup(id);
    }

    private String label(String id) {
        return ((Labeled) scene.getRoot().lookup(id)).getText();
    }
}
