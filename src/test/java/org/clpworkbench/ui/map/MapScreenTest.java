package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

/// The map of the embedded models' vocabularies, by mouse and keys, in the real window.
class MapScreenTest {
    @TempDir static Path folder;
    private static WorkbenchWindow window;

    @BeforeAll
    static void openTheWindow() throws TimeoutException {
        window = WorkbenchWindow.open(folder);
        window.open(ScreenName.NEIGHBOURS);
        window.await("the neighbours", () -> window.text("#answer").contains("lives among"));
    }

    @AfterAll
    static void closeTheWindow() throws TimeoutException {
        window.close();
    }

    @BeforeEach
    void openTheMap() {
        window.open(ScreenName.NEIGHBOURS);
        if (!window.shows("#mapCanvas")) {
            window.fire("#openMap");
        }
        window.await("the models", () -> window.node("#model", ComboBox.class).getValue() != null);
    }

    private static MapCanvas canvas() {
        return window.node("#mapCanvas", MapCanvas.class);
    }

    private static void draw(ProjectionMethod method) {
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<ProjectionMethod> box = window.node("#method", ComboBox.class);
                    box.setValue(method);
                    window.node("#draw", Button.class).fire();
                    return true;
                });
        String word = method.word();
        window.await("the map", () -> !window.node("#draw", Button.class).isDisabled());
        assertThat(window.text("#caption")).startsWith("Drawn by " + word + ",");
    }

    @SuppressWarnings("unchecked")
    private static TableView<MapToken> table() {
        return window.node("#table", TableView.class);
    }

    private static int rows() {
        return WorkbenchWindow.onFxThread(() -> table().getItems().size());
    }

    private static Point2D onScreen(double x, double y) {
        return WorkbenchWindow.onFxThread(() -> canvas().localToScreen(x, y));
    }

    private static void focusTheMap() {
        WorkbenchWindow.onFxThread(
                () -> {
                    canvas().requestFocus();
                    return true;
                });
    }

    private static void lassoTheMiddle() {
        double[] size =
                WorkbenchWindow.onFxThread(
                        () -> new double[] {canvas().getWidth(), canvas().getHeight()});
        double[][] corners = {{0.3, 0.3}, {0.7, 0.3}, {0.7, 0.7}, {0.3, 0.7}};
        window.click("#lasso");
        window.robot().moveTo(onScreen(size[0] * 0.3, size[1] * 0.3));
        window.robot().press(MouseButton.PRIMARY);
        for (double[] corner : corners) {
            window.robot().moveTo(onScreen(size[0] * corner[0], size[1] * corner[1]));
        }
        window.robot().release(MouseButton.PRIMARY);
        window.click("#lasso");
        focusTheMap();
    }

    @Test
    void drawsTheHelpersVocabularyAndListsItInTheTable() {
        draw(ProjectionMethod.PCA);
        assertThat(window.text("#answer")).startsWith("8,192 tokens of German helper;");
        assertThat(window.text("#caption")).contains("seed 1").contains("of all variance");
        assertThat(rows()).isEqualTo(8192);
        // 1,603 anchors, as the reference implementation counts them; special ones are told apart
        assertThat(legend()).contains("Show anchor,").contains("Show missing, 6,589 tokens");
    }

    private static String legend() {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookupAll(".map-legend .check-box").stream()
                                .map(node -> ((CheckBox) node).getAccessibleText())
                                .reduce("", (all, one) -> all + one + "\n"));
    }

    @Test
    void listsAndCopiesWhatALassoHolds() {
        draw(ProjectionMethod.PCA);
        lassoTheMiddle();
        window.await("the list", () -> window.text("#tableWords").endsWith("chosen"));
        int chosen = rows();
        assertThat(chosen).isBetween(50, 8100);
        window.robot().push(KeyCode.CONTROL, KeyCode.C);
        String copied =
                WorkbenchWindow.onFxThread(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.lines()).hasSize(chosen).allMatch(line -> line.split("\t").length == 4);
        window.robot().push(KeyCode.ESCAPE);
        window.await("all tokens", () -> rows() == 8192);
        assertThat(window.text("#tableWords")).isEqualTo("All 8,192 tokens");
    }

    @Test
    void walksByArrowKeysChoosesBySpaceAndOpensATokenByEnter() {
        draw(ProjectionMethod.PCA);
        focusTheMap();
        window.robot().push(KeyCode.RIGHT);
        String first = accessibleText();
        assertThat(first).startsWith("Map, at").contains("id");
        double before = WorkbenchWindow.onFxThread(() -> canvas().view().scale());
        window.robot().push(KeyCode.PLUS);
        assertThat(WorkbenchWindow.onFxThread(() -> canvas().view().scale())).isGreaterThan(before);
        window.robot().push(KeyCode.RIGHT);
        assertThat(accessibleText()).isNotEqualTo(first);
        window.robot().push(KeyCode.SPACE);
        window.await("one token", () -> rows() == 1);
        MapToken token = WorkbenchWindow.onFxThread(() -> table().getItems().getFirst());
        window.robot().push(KeyCode.ENTER);
        window.await(
                "its neighbours",
                () ->
                        window.shows("#openMap")
                                && window.text("#answer").contains("‘" + token.display() + "’"));
    }

    private static String accessibleText() {
        return WorkbenchWindow.onFxThread(() -> canvas().getAccessibleText());
    }

    @Test
    void tellsOfTheTokenUnderTheMouse() {
        draw(ProjectionMethod.PCA);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#search", TextField.class).setText("·haben");
                    table().getSelectionModel().selectFirst();
                    return true;
                });
        MapToken token = WorkbenchWindow.onFxThread(() -> table().getItems().getFirst());
        Point2D place = WorkbenchWindow.onFxThread(() -> canvas().placeOf(token.id()));
        // from near by, where no other point is as near
        for (int wheel = 0; wheel < 40; wheel++) {
            WorkbenchWindow.onFxThread(
                    () -> {
                        Point2D now = canvas().placeOf(token.id());
                        canvas().moveTo(canvas().view().zoomed(1.2, now.getX(), now.getY()));
                        return true;
                    });
        }
        window.robot().moveTo(onScreen(place.getX(), place.getY()));
        window.await("the words", () -> label(".map-hover").startsWith("·haben"));
        assertThat(label(".map-hover")).contains("id ").contains("Latin");
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#search", TextField.class).clear();
                    return true;
                });
    }

    private static String label(String query) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    Label label = window.node(query, Label.class);
                    return label.isVisible() ? label.getText() : "";
                });
    }

    @Test
    void drawsUmapColouredByScriptAndFrequency() throws Exception {
        draw(ProjectionMethod.UMAP);
        assertThat(window.text("#caption")).contains("15 neighbours");
        picture("map-umap");
        colour(ColourBy.SCRIPT, "Show Latin");
        picture("map-script");
        colour(ColourBy.FREQUENCY, "rank 1 to");
        picture("map-frequency");
        lassoTheMiddle();
        picture("map-lasso");
        window.theme("dark");
        picture("map-dark");
        window.theme("light");
        colour(ColourBy.STANDING, "Show anchor");
    }

    @Test
    void drawsTheSourceTooAndSaysWhichTokensTheHelperLacks() {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#model", ComboBox.class).getSelectionModel().select(1);
                    return true;
                });
        draw(ProjectionMethod.PCA);
        window.await("the source", () -> window.text("#answer").contains("English small"));
        assertThat(legend()).contains("Show source only");
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#model", ComboBox.class).getSelectionModel().select(0);
                    return true;
                });
        draw(ProjectionMethod.UMAP);
    }

    @Test
    void canBeCancelled() {
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<ProjectionMethod> box = window.node("#method", ComboBox.class);
                    box.setValue(ProjectionMethod.T_SNE);
                    window.node("#draw", Button.class).fire();
                    return true;
                });
        window.await("the beginning", () -> label("#mapProgress").startsWith("Arranging tokens"));
        window.await("the time left", () -> label("#mapProgress").endsWith("left"));
        window.click("#cancel");
        window.await("the end", () -> !window.node("#draw", Button.class).isDisabled());
        assertThat(window.text("#caption")).doesNotContain("t-sne");
    }

    private static void colour(ColourBy by, String told) {
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<ColourBy> box = window.node("#colourBy", ComboBox.class);
                    box.setValue(by);
                    return true;
                });
        window.await("the groups", () -> legend().contains(told));
    }

    /// In two sizes; the content stands in a scene of the picture's size for the moment.
    private static void picture(String name) throws Exception {
        WorkbenchWindow.pause(300);
        for (int[] size : new int[][] {{1600, 1000}, {1024, 700}}) {
            var image =
                    WorkbenchWindow.onFxThread(
                            () -> {
                                Parent root = window.scene().getRoot();
                                window.scene().setRoot(new Group());
                                var scene = new Scene(root, size[0], size[1]);
                                scene.getStylesheets().setAll(window.scene().getStylesheets());
                                scene.snapshot(null);
                                var taken = scene.snapshot(null);
                                scene.setRoot(new Group());
                                window.scene().setRoot(root);
                                return SwingFXUtils.fromFXImage(taken, null);
                            });
            Path file = Path.of("target/pictures", name + "-" + size[0] + ".png");
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }
}
