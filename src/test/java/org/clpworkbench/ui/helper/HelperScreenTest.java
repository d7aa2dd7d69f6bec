package org.clpworkbench.ui.helper;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.models.ModelsViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A language for which there is no model: all that is given is Spanish text.
@Timeout(600)
class HelperScreenTest {
    private static final Path SPANISH =
            Path.of("src/test/resources/org/clpworkbench/helper/spanish.txt").toAbsolutePath();

    @TempDir private Path folder;
    private TestContext test;
    private SettingsFile settings;
    private ModelsViewModel models;
    private HelperViewModel viewModel;
    private Scene scene;
    private final Person person = new Person(() -> scene);

    @BeforeEach
    void open() throws Exception {
        test = new TestContext(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        var hub = new HubCache(folder.resolve("hub"), true);
        models = OnScreen.get(() -> new ModelsViewModel(test.context(), settings, hub));
        viewModel = OnScreen.get(() -> new HelperViewModel(test.context(), models));
        scene = OnScreen.get(() -> OnScreen.show(new HelperView(viewModel).root(), 900, 640));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        waitUntil(
                "the jobs to end",
                () -> test.context().jobs().list().stream().allMatch(job -> job.state().ended()));
        test.close();
        settings.close();
        for (RunFolder run : runs()) {
            waitUntil("the runs to end", () -> !live(run));
        }
    }

    private List<RunFolder> runs() throws IOException {
        return RunFolder.list(test.context().workspace().runs());
    }

    private static boolean live(RunFolder run) {
        try {
            return run.state().live();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void waitUntil(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!WorkbenchWindow.onFxThread(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited two minutes for " + what);
            }
            WorkbenchWindow.pause(50);
        }
    }

    private Path model(String name) {
        return test.context().workspace().models().resolve(name);
    }

    private void choose(Path text) throws Exception {
        var data =
                new DataSet(List.of(text.toString()), Optional.empty(), DataChoices.everything());
        OnScreen.run(() -> test.pair().data().set(data));
    }

    private void chooseTexts() throws Exception {
        choose(SPANISH);
        waitUntil("the text to be measured", () -> viewModel.plan().get().contains("passes"));
    }

    /// A model that is made in seconds.
    private void small(int steps) throws Exception {
        chooseTexts();
        OnScreen.run(() -> node("#size-own", RadioButton.class).fire());
        type("#layers", "2");
        type("#width", "64");
        type("#vocabulary", "600");
        type("#context", "64");
        type("#steps", Integer.toString(steps));
    }

    private void type(String field, String text) throws Exception {
        OnScreen.run(() -> node(field, TextField.class).setText(text));
    }

    private void press(String button) throws Exception {
        OnScreen.run(() -> node(button, Button.class).fire());
    }

    private <N extends Node> N node(String query, Class<N> type) {
        return type.cast(Objects.requireNonNull(scene.lookup(query), query));
    }

    private String text(String query) throws Exception {
        return OnScreen.get(() -> node(query, Labeled.class).getText());
    }

    @Test
    void saysWhatWillBeMadeOfWhat() throws Exception {
        assertThat(text("#complaint")).isEqualTo("Choose a text first: see Data.");
        assertThat(text("#helperAnswer")).contains("choose a text first");
        chooseTexts();
        // 593,000 bytes / 200 are 2,000 tokens, in thousands
        assertThat(node("#vocabulary", TextField.class).getText())
                .isEqualTo(Long.toString(Files.size(SPANISH) / 200_000 * 1000));
        assertThat(text("#helperAnswer"))
                // a size is met within 5 %
                .matches(
                        "spanish: a vocabulary of 2,000 tokens and a GPT-2 of"
                            + " (4\\.[89]|5\\.[012]).M parameters from 600.kB of text, about .* on"
                            + " this CPU\\.");
        assertThat(text("#startButton")).startsWith("Make the helper, about ");
        assertThat(text("#chosenTexts")).isEqualTo("spanish.txt");
        assertThat(text("#chosenValidation")).startsWith("5.0").endsWith("of the documents");
        // so few tokens are read 16 times
        assertThat(text("#plan")).contains("about 16 passes over the text");
        press("#chooseTexts");
        assertThat(test.opened()).contains(ScreenName.DATA);
        OnScreen.run(() -> node("#size-20M", RadioButton.class).fire());
        assertThat(text("#helperAnswer")).matches(".* GPT-2 of (19|20)\\..*");
        OnScreen.pictures("helper-form", () -> new HelperView(viewModel).root());
    }

    /// All of it by mouse and keys, as a person does it.
    @Test
    void makesAHelperFromTextAndUsesItAsThePairsHelper() throws Exception {
        chooseTexts();
        person.click("#size-own");
        person.type("#layers", "2");
        person.type("#width", "64");
        person.type("#vocabulary", "600");
        person.type("#context", "64");
        person.type("#steps", "8");
        person.press(KeyCode.ENTER);
        assertThat(text("#startButton")).startsWith("Make the helper");
        assertThat(node("#startButton", Button.class).isDisabled()).isTrue();
        waitUntil("the model", () -> person.sees("#made-use"));

        assertThat(text("#folder")).isEqualTo(model("spanish").toString());
        // embeddings of 600 tokens and 64 places and the last norm; two layers
        long parameters = (600 + 64 + 2) * 64 + 2 * (12 * 64 * 64 + 13 * 64);
        assertThat(person.reads(".helper-figures"))
                .containsSequence("%,d".formatted(parameters), "parameters");
        assertThat(text("#helperAnswer")).startsWith("spanish is made: ").contains("bits per byte");

        waitUntil("the tokens", () -> person.sees("#merges .merge"));
        assertThat(String.join("", person.reads("#sentenceChips")))
                .isEqualTo(person.text("#sentence").replace(' ', '·'));
        // number, left + right → both
        List<String> merge = person.reads("#merges .merge");
        assertThat(merge).hasSize(6).startsWith("1");
        assertThat(merge.get(5)).isEqualTo(merge.get(1) + merge.get(3));
        OnScreen.pictures("helper-made", () -> new HelperView(viewModel).root());

        person.click("#made-run");
        assertThat(test.opened()).containsExactly(ScreenName.TRAINING);
        person.click("#made-use");
        waitUntil("the helper", () -> person.sees("#isHelper"));
        assertThat(Objects.requireNonNull(test.pair().helper().get()).folder())
                .isEqualTo(model("spanish"));
        assertThat(person.sees("#made-use")).isFalse();
        person.click("#made-next");
        assertThat(test.opened()).containsExactly(ScreenName.TRAINING, ScreenName.OVERLAP);

        person.click("#made-another");
        assertThat(person.sees("#folder")).isFalse();
        assertThat(person.text("#name")).isEqualTo("spanish-2");
        assertThat(node("#startButton", Button.class).isDisabled()).isFalse();
        person.type("#name", "spanish");
        assertThat(text("#complaint")).startsWith("There is a model “spanish” already in ");
        assertThat(node("#startButton", Button.class).isDisabled()).isTrue();
    }

    @Test
    void leavesNothingOfAModelThatIsCancelledBeforeItIsTrained() throws Exception {
        small(8);
        OnScreen.run(
                () -> {
                    node("#startButton", Button.class).fire();
                    Objects.requireNonNull(viewModel.making().get()).job().cancel();
                });
        waitUntil("the end", () -> viewModel.making().get() == null);
        assertThat(text("#problem")).isEqualTo("Cancelled: nothing is left of spanish.");
        try (var left = Files.walk(Files.createDirectories(model("")))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(runs()).isEmpty();
        assertThat(node("#startButton", Button.class).isDisabled()).isFalse();
    }

    @Test
    void makesNoModelOfATrainingThatIsCancelledAndStopsItsRun() throws Exception {
        small(1_000_000);
        press("#startButton");
        waitUntil("the training", () -> viewModel.soFar().words().get().startsWith("loss "));
        OnScreen.run(() -> node(".working-bar .button", Button.class).fire());
        waitUntil("the end", () -> viewModel.making().get() == null);
        assertThat(text("#problem")).startsWith("Cancelled: there is no model spanish.");
        assertThat(model("spanish")).doesNotExist();
        assertThat(model("spanish.part")).doesNotExist();
        RunFolder run = runs().getFirst();
        waitUntil("the run to stop", () -> !live(run));
        assertThat(run.state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void makesTheModelOfATrainingThatIsStopped() throws Exception {
        small(1_000_000);
        person.click("#startButton");
        waitUntil("the training", () -> person.text("#loss").startsWith("loss "));
        OnScreen.pictures("helper-making", () -> new HelperView(viewModel).root());
        person.click("#watch");
        assertThat(test.opened()).containsExactly(ScreenName.TRAINING);
        person.click("#stopHere");
        waitUntil("the model", () -> person.sees("#made-use"));
        assertThat(model("spanish").resolve("model.safetensors")).isRegularFile();
    }

    /// As when the language is changed.
    @Test
    void isTakenOverByTheNextWindow() throws Exception {
        small(8);
        press("#startButton");
        var next =
                OnScreen.get(
                        () -> {
                            viewModel.close();
                            var taken = new HelperViewModel(test.context(), models);
                            taken.follow(viewModel);
                            return taken;
                        });
        assertThat(next.busy().get()).isEqualTo(1);
        waitUntil("the model", () -> next.outcome().model().get() != null);
        assertThat(model("spanish").resolve("model.safetensors")).isRegularFile();
    }

    @Test
    void refusesNonsenseWithASentence() throws Exception {
        chooseTexts();
        refused("#name", " ", "Give the model a name.");
        refused("#name", "a/b", "“a/b” cannot be a folder’s name");
        refused("#name", "..", "“..” cannot be a folder’s name");
        Files.createDirectories(model("there"));
        refused("#name", "there", "There is a model “there” already in ");
        refused("#vocabulary", "many", "Vocabulary must be a whole number, not “many”.");
        // 256 bytes and the end of a text
        refused("#vocabulary", "256", "has at least 257 tokens");
        refused("#vocabulary", "9000000", "takes more than 5M parameters by itself");
        refused("#frequency", "-1", "A frequency cannot be negative");
        refused("#context", "1", "The context must be at least 2 tokens, not 1.");
        refused("#batch", "0", "The batch must hold at least 1 sequence");
        refused("#steps", "0", "The number of steps must be at least 1");
        refused("#rate", "fast", "The learning rate must be a number such as 0.001, not “fast”.");
        refused("#rate", "0", "The learning rate must be above 0");
        refused("#seed", "x", "Seed must be a whole number, not “x”.");
        OnScreen.run(() -> viewModel.form().device().set("tpu"));
        assertThat(text("#complaint")).contains("device must be auto, cpu");
        OnScreen.run(() -> viewModel.form().device().set("auto"));
        OnScreen.run(() -> node("#size-own", RadioButton.class).fire());
        refused("#width", "50", "The width must be a multiple of 32, not 50.");
        refused("#layers", "0", "A model needs at least 1 layer, not 0.");
    }

    private void refused(String field, String typed, String sentence) throws Exception {
        String before = OnScreen.get(() -> node(field, TextField.class).getText());
        type(field, typed);
        assertThat(text("#complaint")).contains(sentence);
        assertThat(node("#startButton", Button.class).isDisabled()).isTrue();
        type(field, before);
        assertThat(text("#complaint")).isEmpty();
        assertThat(node("#startButton", Button.class).isDisabled()).isFalse();
    }

    @Test
    void saysWhyATextCannotBeRead() throws Exception {
        choose(folder.resolve("none.txt"));
        waitUntil("a sentence", () -> !viewModel.problem().get().isEmpty());
        assertThat(text("#problem")).contains("none.txt is not there");
    }

    @Test
    void suggestsStepsUntilOthersAreEnteredAndUndoes() throws Exception {
        chooseTexts();
        String suggested = node("#steps", TextField.class).getText();
        type("#batch", "16");
        String halved = node("#steps", TextField.class).getText();
        assertThat(2 * Double.parseDouble(halved) / Double.parseDouble(suggested))
                .isBetween(0.95, 1.05);
        OnScreen.run(() -> viewModel.form().history().undo());
        assertThat(node("#batch", TextField.class).getText()).isEqualTo("8");
        assertThat(node("#steps", TextField.class).getText()).isEqualTo(suggested);
        type("#steps", "123");
        type("#batch", "4");
        assertThat(node("#steps", TextField.class).getText()).isEqualTo("123");
    }

    @Test
    void beginsAnOwnSizeAsTheOneThatWasChosen() throws Exception {
        chooseTexts();
        assertThat(node("#advanced", TitledPane.class).isExpanded()).isFalse();
        String preset = viewModel.form().sizes().getFirst().shape().get();
        OnScreen.run(() -> node("#size-own", RadioButton.class).fire());
        assertThat(node("#advanced", TitledPane.class).isExpanded()).isTrue();
        assertThat(viewModel.form().sizes().getLast().shape().get()).isEqualTo(preset);
        type("#layers", "1");
        // 2,000 tokens, 256 places and the last norm; one layer
        long width = Long.parseLong(node("#width", TextField.class).getText());
        long parameters = (2000 + 256 + 2) * width + 12 * width * width + 13 * width;
        assertThat(viewModel.form().sizes().getLast().shape().get())
                .contains("1 layer ×", "%,d parameters".formatted(parameters));
    }
}
