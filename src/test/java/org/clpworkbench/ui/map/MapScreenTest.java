package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.clpworkbench.job.JobState;
import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// The map of a small pair's vocabularies, by mouse and keys, in a window of its own.
class MapScreenTest {
    /// As many as t-SNE takes a few seconds for.
    private static final int TOKENS = 2000;

    @TempDir static Path folder;
    private static final FxRobot ROBOT = new FxRobot();
    private static TestContext context;
    private static MapPages pages;
    private static Scene scene;
    private static final Person PERSON = new Person(() -> scene);

    @BeforeAll
    static void openTheWindow() throws Exception {
        context = new TestContext(folder);
        MadePair made = MadePair.write(folder, TOKENS);
        OnScreen.run(
                () -> {
                    made.chooseFor(context.pair());
                    context.pair().token().set(1);
                });
        pages = OnScreen.get(() -> new MapPages(new Label("the screen"), context.context()));
        scene = OnScreen.get(() -> OnScreen.show(pages, 1200, 800));
        ROBOT.targetWindow(scene.getWindow());
    }

    @AfterAll
    static void closeTheWindow() throws Exception {
        OnScreen.run(
                () -> {
                    pages.close();
                    scene.getWindow().hide();
                });
        context.close();
    }

    @BeforeEach
    void openTheMap() throws Exception {
        OnScreen.run(pages::openMap);
        OnScreen.await(() -> node("#model", ComboBox.class).getValue() != null);
        draw(ProjectionMethod.PCA);
    }

    private static <N extends Node> N node(String query, Class<N> type) {
        return type.cast(
                Objects.requireNonNull(scene.lookup(query), "Nothing is found by " + query));
    }

    private static String text(String query) throws Exception {
        return OnScreen.get(() -> node(query, Label.class).getText());
    }

    private static MapCanvas canvas() {
        return node("#mapCanvas", MapCanvas.class);
    }

    private static void begin(ProjectionMethod method) throws Exception {
        PERSON.choose("#method", words(method));
        PERSON.click("#draw");
    }

    private static String words(ProjectionMethod method) {
        return switch (method) {
            case PCA -> "PCA";
            case UMAP -> "UMAP";
            case T_SNE -> "t-SNE";
        };
    }

    private static void draw(ProjectionMethod method) throws Exception {
        begin(method);
        OnScreen.await(() -> !node("#draw", Button.class).isDisabled());
        assertThat(text("#problem")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static TableView<MapToken> table() {
        return node("#table", TableView.class);
    }

    private static int rows() throws Exception {
        return OnScreen.get(() -> table().getItems().size());
    }

    private static Point2D onScreen(double x, double y) throws Exception {
        return OnScreen.get(() -> canvas().localToScreen(x, y));
    }

    private static void focusTheMap() throws Exception {
        OnScreen.run(() -> canvas().requestFocus());
    }

    private static String clipboard() throws Exception {
        return OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void lassoTheMiddle() throws Exception {
        double width = OnScreen.get(() -> canvas().getWidth());
        double height = OnScreen.get(() -> canvas().getHeight());
        double[][] corners = {{0.3, 0.3}, {0.7, 0.3}, {0.7, 0.7}, {0.3, 0.7}};
        ROBOT.clickOn("#lasso");
        ROBOT.moveTo(onScreen(width * 0.3, height * 0.3)).press(MouseButton.PRIMARY);
        for (double[] corner : corners) {
            ROBOT.moveTo(onScreen(width * corner[0], height * corner[1]));
        }
        ROBOT.release(MouseButton.PRIMARY).clickOn("#lasso");
        focusTheMap();
    }

    @Test
    void drawsTheHelpersVocabularyAndListsItInTheTable() throws Exception {
        assertThat(text("#answer")).startsWith("2,000 tokens of helper;");
        assertThat(text("#caption"))
                .startsWith("Drawn by PCA: directions, seed 1.")
                .contains("of all variance");
        assertThat(rows()).isEqualTo(TOKENS);
        assertThat(text("#tableWords")).isEqualTo("All 2,000 tokens");
        // of 999 tokens of the source besides the special one every third is one of the helper's
        assertThat(legend()).contains("Show anchor, 333 tokens", "Show missing, 1,666 tokens");
    }

    private static String legend() throws Exception {
        return OnScreen.get(
                () ->
                        scene.getRoot().lookupAll(".map-legend .check-box").stream()
                                .map(node -> ((CheckBox) node).getAccessibleText())
                                .reduce("", (all, one) -> all + one + "\n"));
    }

    @Test
    void listsAndCopiesWhatALassoHolds() throws Exception {
        lassoTheMiddle();
        OnScreen.await(() -> node("#tableWords", Label.class).getText().endsWith("chosen"));
        int chosen = rows();
        assertThat(chosen).isBetween(50, TOKENS - 50);
        ROBOT.push(KeyCode.CONTROL, KeyCode.C);
        String copied = clipboard();
        assertThat(copied.lines()).hasSize(chosen).allMatch(line -> line.split("\t").length == 4);
        ROBOT.push(KeyCode.ESCAPE);
        OnScreen.await(() -> table().getItems().size() == TOKENS);
        assertThat(text("#tableWords")).isEqualTo("All 2,000 tokens");
        ROBOT.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).as("what lay there, as nothing is chosen").isEqualTo(copied);
    }

    @Test
    void walksByArrowKeysChoosesBySpaceAndOpensATokenByEnter() throws Exception {
        focusTheMap();
        ROBOT.push(KeyCode.RIGHT);
        String first = accessibleText();
        assertThat(first).startsWith("Map, at").contains("id");
        double before = OnScreen.get(() -> canvas().view().scale());
        ROBOT.push(KeyCode.PLUS);
        assertThat(OnScreen.get(() -> canvas().view().scale())).isGreaterThan(before);
        ROBOT.push(KeyCode.RIGHT);
        assertThat(accessibleText()).isNotEqualTo(first);
        ROBOT.push(KeyCode.SPACE);
        OnScreen.await(() -> table().getItems().size() == 1);
        MapToken token = OnScreen.get(() -> table().getItems().getFirst());
        ROBOT.push(KeyCode.ESCAPE).push(KeyCode.ENTER);
        OnScreen.await(() -> scene.lookup("#mapCanvas") == null);
        assertThat(context.pair().token().get()).isEqualTo(token.helperId());
        assertThat(context.opened()).contains(ScreenName.NEIGHBOURS);
    }

    @Test
    void opensATokenByADoubleClickOnItsRowAndNotOnAHeading() throws Exception {
        Node heading = OnScreen.get(() -> table().lookup(".column-header .label"));
        ROBOT.doubleClickOn(heading);
        ROBOT.clickOn(heading); // a third click: sorted as before
        assertThat(OnScreen.get(() -> scene.lookup("#mapCanvas"))).isNotNull();
        TableRow<?> row =
                OnScreen.get(() -> (TableRow<?>) table().lookup(".table-row-cell:filled"));
        MapToken token = (MapToken) OnScreen.get(row::getItem);
        ROBOT.doubleClickOn(row);
        OnScreen.await(() -> scene.lookup("#mapCanvas") == null);
        assertThat(context.pair().token().get()).isEqualTo(token.helperId());
    }

    private static String accessibleText() throws Exception {
        return OnScreen.get(() -> canvas().getAccessibleText());
    }

    @Test
    void tellsOfTheTokenUnderTheMouseAndKeepsItSelectedWhenItIsChosen() throws Exception {
        String word = MadePair.word(1300);
        PERSON.type("#search", word);
        OnScreen.await(() -> table().getItems().size() == 1);
        OnScreen.run(
                () -> {
                    table().getSelectionModel().selectFirst();
                    // from near by, where no other point is as near
                    Viewport view = canvas().view();
                    for (int wheel = 0; wheel < 40; wheel++) {
                        canvas().zoom(1.2, view.width() / 2, view.height() / 2);
                    }
                });
        MapToken token = OnScreen.get(() -> table().getItems().getFirst());
        assertThat(token.id()).isEqualTo(1300);
        OnScreen.run(
                () -> {
                    focusOn(token);
                    canvas().requestFocus();
                });
        double width = OnScreen.get(() -> canvas().getWidth());
        double height = OnScreen.get(() -> canvas().getHeight());
        ROBOT.moveTo(onScreen(width / 2, height / 2));
        OnScreen.await(() -> hover().startsWith(word));
        assertThat(OnScreen.get(MapScreenTest::hover)).contains("id 1,300", "Latin");
        ROBOT.push(KeyCode.SPACE);
        OnScreen.await(() -> text(node("#tableWords", Label.class)).equals("1 chosen"));
        assertThat(OnScreen.get(() -> table().getSelectionModel().getSelectedItem()))
                .isEqualTo(token);
        ROBOT.push(KeyCode.ESCAPE);
        PERSON.type("#search", "");
        OnScreen.await(() -> table().getItems().size() == TOKENS);
    }

    /// Puts the cursor there anew, which brings a point that is out of view into its middle.
    private static void focusOn(MapToken token) {
        canvas().point(token.id());
    }

    private static String text(Label label) {
        return label.getText();
    }

    private static String hover() {
        Label label = node(".map-hover", Label.class);
        return label.isVisible() ? label.getText() : "";
    }

    @Test
    void drawsUmapColouredByScriptAndFrequency() throws Exception {
        draw(ProjectionMethod.UMAP);
        assertThat(text("#caption")).contains("15 neighbours");
        picture("map-umap", false);
        colour("script", "Show Latin");
        picture("map-script", false);
        colour("frequency", "rank 1 to");
        picture("map-frequency", false);
        lassoTheMiddle();
        picture("map-lasso", false);
        picture("map-dark", true);
        ROBOT.push(KeyCode.ESCAPE);
        colour("anchors", "Show anchor");
    }

    @Test
    void undoesWhatWasEnteredInItsForm() throws Exception {
        PERSON.choose("#method", "UMAP");
        PERSON.type("#neighbours", "20");
        PERSON.type("#seed", "3");
        PERSON.click("#undo");
        assertThat(number("#seed")).isEqualTo("1");
        assertThat(number("#neighbours")).isEqualTo("20");
        focusTheMap();
        ROBOT.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(number("#neighbours")).isEqualTo("15");
        ROBOT.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(number("#neighbours")).isEqualTo("20");
        ROBOT.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(OnScreen.get(() -> node("#method", ComboBox.class).getValue()))
                .isEqualTo(ProjectionMethod.PCA);
    }

    @Test
    void saysHowManyNeighboursCanBeAskedFor() throws Exception {
        PERSON.choose("#method", "UMAP");
        PERSON.type("#neighbours", "500");
        ROBOT.push(KeyCode.TAB);
        OnScreen.await(
                () -> isTold("500 cannot be asked for, only 3 to 100: 100 is taken instead."));
        assertThat(number("#neighbours")).isEqualTo("" + ProjectionSpec.MOST_NEIGHBOURS);
        PERSON.type("#neighbours", "15");
        ROBOT.push(KeyCode.TAB);
        OnScreen.await(() -> !isTold("500 cannot be asked for"));
    }

    private static boolean isTold(String words) {
        return Window.getWindows().stream()
                .anyMatch(
                        window -> window instanceof Tooltip tip && tip.getText().startsWith(words));
    }

    private static String number(String spinner) throws Exception {
        return OnScreen.get(() -> node(spinner, Spinner.class).getEditor().getText());
    }

    @Test
    void drawsTheSourceTooAndSaysWhichTokensTheHelperLacks() throws Exception {
        PERSON.choose("#model", "source (source)");
        draw(ProjectionMethod.PCA);
        assertThat(text("#answer")).contains("tokens of source;");
        assertThat(legend()).contains("Show source only, 666 tokens");
        PERSON.choose("#model", "helper (helper)");
    }

    @Test
    void keepsTheMapThatIsShownWhenAnotherIsCancelled() throws Exception {
        String caption = text("#caption");
        List<Path> kept = kept();
        assertThat(kept).isNotEmpty();
        begin(ProjectionMethod.T_SNE);
        OnScreen.await(() -> working().startsWith("Arranging tokens"));
        OnScreen.await(() -> working().endsWith("left"));
        PERSON.click(".working-bar .button");
        OnScreen.await(() -> !node("#draw", Button.class).isDisabled());
        assertThat(context.context().jobs().list().getFirst().state())
                .isEqualTo(JobState.CANCELLED);
        assertThat(text("#caption")).isEqualTo(caption);
        assertThat(rows()).isEqualTo(TOKENS);
        assertThat(kept()).isEqualTo(kept);
    }

    private static String working() {
        return node(".working-bar .label", Label.class).getText();
    }

    private static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("maps"))) {
            return files.sorted().toList();
        }
    }

    private static void colour(String by, String told) throws Exception {
        PERSON.choose("#colourBy", by);
        assertThat(legend()).contains(told);
    }

    /// In two sizes; the content stands in a scene of the picture's size for the moment.
    private static void picture(String name, boolean dark) throws Exception {
        for (int[] size : new int[][] {{1600, 1000}, {1024, 700}}) {
            var image =
                    OnScreen.get(
                            () -> {
                                scene.setRoot(new Group());
                                Scene other = OnScreen.scene(pages, size[0], size[1], dark);
                                other.snapshot(null);
                                var taken = other.snapshot(null);
                                other.setRoot(new Group());
                                pages.getStyleClass().remove("dark");
                                scene.setRoot(pages);
                                return SwingFXUtils.fromFXImage(taken, null);
                            });
            Path file = Path.of("target/pictures", name + "-" + size[0] + ".png");
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }
}
