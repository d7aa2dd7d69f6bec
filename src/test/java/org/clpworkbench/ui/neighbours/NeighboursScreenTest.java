package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.TokenGraph;
import org.clpworkbench.ui.graph.TokenNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The screen's job on the embedded pair, by mouse and keyboard.
class NeighboursScreenTest {
    /// Of both methods, side by side.
    private static final String FORMULAS = ".explained .formula";

    @TempDir static Path folder;
    private static EmbeddedDemo demo;

    private final FxRobot robot = new FxRobot();
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final Pair pair = new Pair();
    private NeighboursViewModel viewModel;
    private Scene scene;
    private final Person person = new Person(() -> scene);

    @BeforeAll
    static void transferOnce() throws Exception {
        demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        CrossLingualTransfer.run(
                TransferSpec.of(
                        demo.source(),
                        demo.helper(),
                        new Workspace(folder).models().resolve("german"),
                        "procrustes",
                        1),
                Progress.unwatched());
    }

    @BeforeEach
    void open() throws Exception {
        ModelSummary source = ModelSummary.read(demo.source());
        ModelSummary helper = ModelSummary.read(demo.helper());
        OnScreen.run(
                () -> {
                    pair.source().set(source);
                    pair.helper().set(helper);
                });
        viewModel = OnScreen.get(() -> new NeighboursViewModel(context(folder)));
        scene = OnScreen.get(() -> OnScreen.show(new NeighboursView(viewModel).root(), 1000, 640));
        OnScreen.await(() -> text("#answer").contains("survive the transfer"));
        OnScreen.run(() -> scene.getRoot().layout()); // the sentence may have a second line now
        robot.targetWindow(scene.getWindow());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        jobs.close();
    }

    private ScreenContext context(Path workspace) {
        return new ScreenContext(new Workspace(workspace), jobs, pair, recorder, recorder);
    }

    @Test
    void opensTheMapAndComesBackWithTheTokenThatIsOpenedThere() throws Exception {
        String before = text("#answer");
        person.click("#openMap");
        OnScreen.await(() -> ((ComboBox<?>) node("#model")).getValue() != null);
        person.choose("#method", "PCA");
        person.click("#draw");
        OnScreen.await(() -> text("#answer").startsWith("8,192 tokens of "));
        assertThat(text("#caption")).startsWith("Drawn by PCA:");
        robot.interact(() -> node("#mapCanvas").requestFocus());
        robot.push(KeyCode.RIGHT);
        String at = OnScreen.get(() -> node("#mapCanvas").getAccessibleText());
        String token = at.substring("Map, at ".length(), at.indexOf("  ·  "));
        robot.push(KeyCode.ENTER);
        OnScreen.await(() -> text("#answer").startsWith("‘" + token + "’"));
        assertThat(text("#answer")).isNotEqualTo(before);
    }

    @Test
    void expandsCollapsesUndoesAndRedoesByKeyboard() throws Exception {
        robot.interact(() -> node("#graph").requestFocus());
        robot.push(KeyCode.RIGHT);
        String chosen = text("#chosen");
        assertThat(chosen).contains(" to ·werden");
        robot.push(KeyCode.ENTER);
        OnScreen.await(() -> rows().size() > 20);
        int expanded = rows().size();
        assertThat(text("#chosen")).contains("expanded");
        assertThat(((Button) node("#undo")).getAccessibleText()).startsWith("Undo: expand ");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        OnScreen.await(() -> rows().size() == 20);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        OnScreen.await(() -> rows().size() == expanded);
        robot.push(KeyCode.ENTER);
        OnScreen.await(() -> rows().size() == 20);
    }

    @Test
    void expandsByDoubleClickAndPinsByDragging() throws Exception {
        int first = rows().getFirst().id();
        robot.moveTo(onScreen(first)).doubleClickOn(MouseButton.PRIMARY);
        OnScreen.await(() -> rows().size() > 20);
        OnScreen.pictures("neighbours-expanded", () -> new NeighboursView(viewModel).root());
        Point2D to = onScreen(first).add(-50, 30);
        robot.drag(onScreen(first), MouseButton.PRIMARY).moveTo(to).drop();
        OnScreen.await(() -> text("#chosen").contains("pinned"));
        assertThat(onScreen(first).distance(to)).isLessThan(2);
        assertThat(text("#pin")).isEqualTo("Unpin");
        robot.clickOn("#undo");
        OnScreen.await(() -> !text("#chosen").contains("pinned"));
        robot.clickOn("#pin");
        OnScreen.await(() -> text("#pin").equals("Unpin"));
    }

    private double least() {
        return Double.parseDouble(person.text("#thresholdWords").substring("cosine ≥ ".length()));
    }

    @Test
    void asksForMoreAndOnlyForNearNeighboursAndTakesItBack() throws Exception {
        person.type("#k", "22");
        changes(() -> person.press(KeyCode.ENTER));
        assertThat(recorder.opened).isEmpty();
        person.type("#k", "25");
        changes(() -> person.click("#search")); // what was typed counts when somebody goes on
        assertThat(rows()).hasSize(25);
        changes(() -> person.click("#threshold")); // half of it
        double half = least();
        for (int step = 0; step < 3; step++) {
            changes(() -> person.press(KeyCode.RIGHT));
        }
        double least = least();
        assertThat(least).isCloseTo(half + 3 * 0.05, within(0.011)); // two digits are told
        assertThat(rows()).hasSizeLessThan(25).allMatch(node -> node.cosine() >= least);
        for (int step = 0; step < 4; step++) {
            changes(() -> person.click("#undo"));
        }
        assertThat(person.text("#thresholdWords")).isEqualTo("cosine ≥ 0.00");
        changes(() -> person.click("#undo"));
        assertThat(rows()).hasSize(22);
        assertThat(person.text("#k .text-field")).isEqualTo("22");
    }

    /// Waits for the graph that is asked for; how each came about stands below it.
    private void changes(Runnable hand) throws Exception {
        String before = text("#graphCaption");
        hand.run();
        OnScreen.await(() -> !text("#graphCaption").equals(before));
    }

    @Test
    void arrangesTheTokensInOtherWays() throws Exception {
        for (String each : List.of("springs", "a circle", "two columns", "nearness")) {
            person.choose("#layout", each);
            OnScreen.await(() -> text("#graphCaption").contains("arrangement: " + each));
            OnScreen.picture(scene, Path.of("target/pictures/graph-%s.png".formatted(each)));
        }
    }

    @Test
    void goesToATokenFromGraphTableAndSearchAndBack() throws Exception {
        String first = text("#answer").replaceFirst(" lives.*", " lives");
        TokenNode nearest = rows().getFirst();
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().select(0);
                });
        assertThat(text("#chosen")).startsWith(nearest.label());
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        OnScreen.await(() -> text("#answer").startsWith("‘" + nearest.label()));
        robot.clickOn("#search");
        robot.write("haben");
        robot.push(KeyCode.ENTER);
        OnScreen.await(() -> text("#answer").contains("haben’ lives"));
        robot.clickOn("#back");
        OnScreen.await(() -> text("#answer").startsWith("‘" + nearest.label()));
        robot.clickOn("#back");
        OnScreen.await(() -> text("#answer").startsWith(first));
        assertThat(node("#back").isDisabled()).isTrue();
    }

    @Test
    void marksTheTokensThatAreSearchedFor() throws Exception {
        String part = rows().getFirst().label().substring(1, 4);
        person.type("#search", part);
        OnScreen.picture(scene, Path.of("target/pictures/graph-sought.png"));
        TokenGraph shown = (TokenGraph) node("#graph");
        List<TokenNode> holding =
                rows().stream()
                        .filter(each -> each.label().toLowerCase().contains(part.toLowerCase()))
                        .toList();
        assertThat(holding).isNotEmpty().hasSizeLessThan(20);
        assertThat(shown.sought()).containsExactlyInAnyOrderElementsOf(holding);
        person.type("#search", "");
        assertThat(shown.sought()).isEmpty();
    }

    @Test
    void savesTheGraphAsSvgAndPng() throws Exception {
        Path svg = folder.resolve("graph.svg");
        Path png = folder.resolve("graph.png");
        recorder.files.addAll(List.of(svg, png));
        robot.clickOn("#save");
        OnScreen.await(() -> text("#note").contains("graph.svg"));
        String centre = graph().picture().centre().label();
        assertThat(Files.readString(svg)).contains("<title>Neighbours of " + centre, centre + "<");
        assertThat(text("#graphCaption"))
                .isEqualTo(
                        "The 20 nearest by cosine, of at least 0.00, in the input embedding of"
                                + " german-helper; arrangement: nearness, seed 20261123");
        for (String word : text("#graphCaption").split(" ")) {
            assertThat(Files.readString(svg)).contains(word);
        }
        robot.clickOn("#save");
        OnScreen.await(() -> text("#note").contains("graph.png"));
        assertThat(png).isNotEmptyFile();
    }

    @Test
    void showsTheSpacesSideBySideWithTheirAgreement() throws Exception {
        robot.clickOn("#spacesWay");
        OnScreen.await(() -> text("#verdict").contains("survive in german (procrustes)"));
        assertThat(text("#sourceShare")).contains("does not know this token");
        var sides = Objects.requireNonNull(viewModel.spaces().found().get());
        int shared = sides.shared(sides.transferred());
        assertThat(shared).isBetween(1, 20);
        assertThat(text("#verdict")).startsWith(shared + " of 20 neighbours");
        assertThat(text("#transferredShare")).contains("(" + shared + " shared)");
        assertThat(scene.getRoot().lookupAll(".space-link")).hasSize(shared);
        OnScreen.picture(scene, Path.of("target/pictures/neighbours-spaces-missing.png"));
        int anchor =
                rows().stream()
                        .filter(node -> node.kind().styleClass().equals("anchor"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        robot.interact(() -> viewModel.go(anchor));
        OnScreen.await(() -> text("#sourceShare").startsWith("agreement@20"));
        robot.clickOn("#anchorsOnly");
        OnScreen.await(
                () ->
                        viewModel.spaces().found().get() != null
                                && viewModel.spaces().found().get().source().stream()
                                        .noneMatch(near -> near.targetIds().isEmpty()));
        OnScreen.picture(scene, Path.of("target/pictures/neighbours-spaces.png"));
        person.click(".space-row");
        OnScreen.await(() -> pair.token().get() != anchor);
    }

    @Test
    void offersTheTransferWhereNoModelIsThere() throws Exception {
        var alone = OnScreen.get(() -> new NeighboursViewModel(context(folder.resolve("empty"))));
        Scene other =
                OnScreen.get(() -> OnScreen.show(new NeighboursView(alone).root(), 1000, 640));
        OnScreen.await(() -> alone.graph().drawn().get() != null);
        OnScreen.run(() -> alone.spaces().wanted().unbind());
        OnScreen.run(() -> alone.spaces().wanted().set(true));
        OnScreen.await(() -> alone.spaces().found().get() != null);
        OnScreen.run(() -> ((Button) other.getRoot().lookup("#transfer")).fire());
        assertThat(recorder.opened).containsExactly(ScreenName.TRANSFER);
        OnScreen.run(() -> other.getWindow().hide());
    }

    @Test
    void explainsATokenByTwoMethodsBesideEachOther() throws Exception {
        robot.clickOn("#explainWay");
        OnScreen.await(() -> viewModel.second().mixture().get() != null);
        OnScreen.picture(scene, Path.of("target/pictures/neighbours-explain.png"));
        var first = Objects.requireNonNull(viewModel.first().mixture().get());
        var second = Objects.requireNonNull(viewModel.second().mixture().get());
        assertThat(List.of(first.method(), second.method())).containsExactly("procrustes", "clp");
        assertThat(first.shares()).hasSize(10);
        // the published weights are nearly flat: almost every anchor counts, and the row lies
        // almost at the mean
        assertThat(second.effectiveAnchors()).isGreaterThan(first.effectiveAnchors());
        assertThat(second.topMass()).isLessThan(first.topMass());
        assertThat(second.toMean()).isLessThan(first.toMean());
        assertThat(labels(".mixture-figures .label"))
                .contains("the 10 largest hold, of all weight", "effective anchors, of 1,472");
        List<String> formulas = labels(FORMULAS);
        assertThat(formulas).hasSize(2).doesNotHaveDuplicates();
        Node methodOfSecond =
                scene.getRoot().lookupAll(".explained #method").stream().toList().getLast();
        person.choose(methodOfSecond, "procrustes");
        OnScreen.await(() -> labels(FORMULAS).getLast().equals(formulas.getFirst()));
    }

    @Test
    void namesEveryControlThatCanBeReachedByKeyboard() throws Exception {
        for (String way : new String[] {"#graphWay", "#spacesWay", "#explainWay"}) {
            robot.clickOn(way);
            OnScreen.await(() -> viewModel.graph().drawn().get() != null);
            for (Node node : scene.getRoot().lookupAll("*")) {
                if (node.isFocusTraversable() && seen(node) && node.getId() != null) {
                    String words = node instanceof Labeled labeled ? labeled.getText() : "";
                    String name = node.getAccessibleText();
                    assertThat((words == null ? "" : words) + (name == null ? "" : name))
                            .as(node.toString())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void itsTableIsSortedByKeys() throws Exception {
        var person = new Person(() -> scene);
        robot.interact(() -> table().requestFocus());
        person.press(KeyCode.F3);
        person.takeByKeys("Cosine");
        List<Double> cosines = OnScreen.get(() -> rows().stream().map(TokenNode::cosine).toList());
        assertThat(cosines).hasSize(20).isSorted();
    }

    @Test
    void fitsSmallAndLargeWindowsInBothThemes() throws Exception {
        OnScreen.pictures("neighbours", () -> new NeighboursView(viewModel).root());
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private DrawnGraph graph() {
        return Objects.requireNonNull(viewModel.graph().drawn().get());
    }

    @SuppressWarnings("unchecked")
    private TableView<TokenNode> table() {
        return (TableView<TokenNode>) node("#table");
    }

    private List<TokenNode> rows() {
        return table().getItems();
    }

    private Point2D onScreen(int id) throws Exception {
        TokenGraph graph = (TokenGraph) node("#graph");
        return OnScreen.get(() -> graph.localToScreen(graph.locate(id).orElseThrow()));
    }

    private Node node(String selector) {
        return Objects.requireNonNull(scene.getRoot().lookup(selector), selector);
    }

    private String text(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    private List<String> labels(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
