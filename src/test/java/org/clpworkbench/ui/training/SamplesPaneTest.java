package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What the models write, beside the chart.
class SamplesPaneTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final FxRobot robot = new FxRobot();
    private SettingsFile settings;
    private TrainingViewModel viewModel;
    private Scene scene;
    private RunFolder random;
    private RunFolder linear;

    @BeforeEach
    void openTwoRuns() throws Exception {
        var context =
                new ScreenContext(new Workspace(folder), jobs, new Pair(), recorder, recorder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel =
                OnScreen.get(
                        () ->
                                new TrainingViewModel(
                                        context, settings, new PairAtHand(context.pair())));
        scene = OnScreen.get(() -> OnScreen.show(new TrainingView(viewModel).root(), 980, 900));
        random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.train(random, 100, 9, 6.4);
        MadeUpRuns.ended(random, 100, "stopped", "");
        linear = MadeUpRuns.create(folder, "linear", 200);
        OnScreen.run(() -> viewModel.show(List.of(random.path(), linear.path())));
        OnScreen.await(() -> cards().size() == 2);
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        OnScreen.run(viewModel::close);
        settings.close();
        jobs.close();
    }

    @Test
    void sayWhenTheFirstComesOrThatNoneDid() throws Exception {
        OnScreen.await(() -> words(".sample-none").getFirst().equals("This run left no sample."));
        assertThat(words(".sample-none").getLast()).contains("when it is this run’s turn");
        MadeUpRuns.started(linear, 0);
        MadeUpRuns.own(linear, true);
        OnScreen.await(() -> words(".sample-none").getLast().contains("comes in a moment"));
        OnScreen.picture(scene, Path.of("target/pictures/samples-none.png"));
    }

    @Test
    void showTheNewestOfEachWithItsStepAndThePromptSetApart() throws Exception {
        say();
        OnScreen.await(() -> written().equals(List.of(" alte Haus", " kleine Haus")));
        assertThat(words(".sample-step")).containsExactly("step 100", "step 150");
        assertThat(prompts()).containsExactly("Das", "Das");
        assertThat(words(".sample-name")).containsExactly("random", "linear");
        OnScreen.picture(scene, Path.of("target/pictures/samples.png"));
    }

    @Test
    void areComparedAtTheStepThatIsChosen() throws Exception {
        say();
        OnScreen.await(() -> steps().getItems().size() == 4);
        assertThat(steps().getItems())
                .containsExactly(
                        SampleSteps.NEWEST,
                        OptionalInt.of(150),
                        OptionalInt.of(100),
                        OptionalInt.of(0));
        OnScreen.run(() -> steps().setValue(OptionalInt.of(100)));
        assertThat(OnScreen.get(this::written)).containsExactly(" alte Haus", " Haus");
        OnScreen.run(() -> steps().setValue(OptionalInt.of(150)));
        assertThat(OnScreen.get(() -> words(".sample-none").getFirst()))
                .isEqualTo("No sample at step 150: this run writes one every 25 steps.");
        // another sample changes the choices, not what is chosen
        MadeUpRuns.sample(linear, 175, "Das", "Das große Haus");
        OnScreen.await(() -> steps().getItems().size() == 5);
        assertThat(steps().getValue()).isEqualTo(OptionalInt.of(150));
        assertThat(OnScreen.get(this::written).getLast()).isEqualTo(" kleine Haus");
    }

    @Test
    void areCopiedOneByOneOrAll() throws Exception {
        say();
        OnScreen.await(() -> written().contains(" kleine Haus"));
        new Person(() -> scene).click(flow(1));
        FocusLook.assertSeen(flow(1), flow(1), node("#copySamples"));
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("Das kleine Haus");
        OnScreen.run(() -> ((Button) node("#copySamples")).fire());
        assertThat(clipboard())
                .isEqualTo(
                        "random, step 100:\nDas alte Haus\n\nlinear, step 150:\nDas kleine Haus");
    }

    @Test
    void aTextFromRightToLeftBeginsAtTheRight() throws Exception {
        MadeUpRuns.sample(linear, 150, "שלום", "שלום עולם");
        OnScreen.await(() -> written().contains(" עולם"));
        assertThat(flow(1).getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        OnScreen.picture(scene, Path.of("target/pictures/samples-right-to-left.png"));
    }

    @Test
    void standBelowTheChartInANarrowWindowAndBesideItInAWideOne() throws Exception {
        say();
        OnScreen.await(() -> written().contains(" kleine Haus"));
        assertThat(bounds("#samples").getMinY())
                .isGreaterThanOrEqualTo(bounds(".chart-panel").getMaxY());
        Scene wide =
                OnScreen.get(
                        () -> OnScreen.scene(new TrainingView(viewModel).root(), 1400, 860, false));
        OnScreen.picture(wide, Path.of("target/pictures/samples-wide.png"));
        Bounds beside = OnScreen.get(() -> bounds(wide.getRoot().lookup("#samples")));
        Bounds chart = OnScreen.get(() -> bounds(wide.getRoot().lookup(".chart-panel")));
        assertThat(beside.getMinX()).isGreaterThanOrEqualTo(chart.getMaxX());
        assertThat(beside.getHeight()).isCloseTo(chart.getHeight(), within(1.0));
    }

    @Test
    void stayClosedWhereTheyWereClosed() throws Exception {
        say();
        OnScreen.await(() -> written().contains(" kleine Haus"));
        assertThat(node(".run-sample").isVisible()).isFalse();
        OnScreen.run(() -> ((TitledPane) node("#samples")).setExpanded(false));
        assertThat(viewModel.chart().choices().samples()).isFalse();
        // closed, the last words stand on the run's card
        OnScreen.await(
                () -> scene.getRoot().lookupAll(".run-sample").stream().allMatch(Node::isVisible));
    }

    private void say() throws Exception {
        MadeUpRuns.sample(random, 0, "Das", "Das x");
        MadeUpRuns.sample(random, 100, "Das", "Das alte Haus");
        MadeUpRuns.sample(linear, 100, "Das", "Das Haus");
        MadeUpRuns.sample(linear, 150, "Das", "Das kleine Haus");
    }

    private List<Node> cards() {
        return List.copyOf(scene.getRoot().lookupAll(".sample"));
    }

    private List<String> prompts() throws Exception {
        return OnScreen.get(() -> pieces(".sample-prompt"));
    }

    private List<String> written() {
        return pieces(".sample-written");
    }

    private List<String> pieces(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Text) node).getText())
                .toList();
    }

    private List<String> words(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private TextFlow flow(int run) {
        return (TextFlow) List.copyOf(scene.getRoot().lookupAll(".sample-words")).get(run);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<OptionalInt> steps() {
        return (ComboBox<OptionalInt>) node("#sampleStep");
    }

    private static String clipboard() throws Exception {
        return OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
    }

    private Bounds bounds(String selector) throws Exception {
        return OnScreen.get(() -> bounds(node(selector)));
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private Node node(String selector) {
        return scene.getRoot().lookup(selector);
    }
}
