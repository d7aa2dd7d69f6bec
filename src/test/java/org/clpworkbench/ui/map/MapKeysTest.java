package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.assertj.core.data.Offset;
import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What the map does for those who have no mouse.
class MapKeysTest {
    private static final int TOKENS = 40;

    @TempDir Path folder;
    private final Person person = new Person(() -> this.scene);
    private TestContext test;
    private MapPages pages;
    private Scene scene;

    @BeforeEach
    void openTheMap() throws Exception {
        MadePair made = MadePair.write(folder, TOKENS);
        test = new TestContext(folder);
        OnScreen.run(() -> made.chooseFor(test.pair()));
        pages = OnScreen.get(() -> new MapPages(new Label("the screen"), test.context()));
        scene = OnScreen.get(() -> OnScreen.show(pages, 900, 800));
        OnScreen.run(pages::openMap);
        OnScreen.await(() -> !node("#draw").isDisabled());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(
                () -> {
                    pages.close();
                    scene.getWindow().hide();
                });
        test.close();
    }

    private Node node(String query) {
        return Objects.requireNonNull(pages.lookup(query), query);
    }

    private MapCanvas canvas() {
        return (MapCanvas) node("#mapCanvas");
    }

    @SuppressWarnings("unchecked")
    private TableView<MapToken> table() {
        return (TableView<MapToken>) node("#table");
    }

    private void draw() throws Exception {
        OnScreen.run(
                () -> {
                    @SuppressWarnings("unchecked")
                    var method = (ComboBox<ProjectionMethod>) node("#method");
                    method.setValue(ProjectionMethod.PCA);
                    ((Button) node("#draw")).fire();
                });
        OnScreen.await(() -> table().getItems().size() == TOKENS);
    }

    private void focus(String query) throws Exception {
        OnScreen.run(() -> node(query).requestFocus());
    }

    private Viewport view() throws Exception {
        return OnScreen.get(() -> canvas().view());
    }

    private List<String> listed() throws Exception {
        return OnScreen.get(() -> table().getItems().stream().map(MapToken::display).toList());
    }

    @Test
    void isSeenToHaveTheFocusEmptyAndDrawn() throws Exception {
        FocusLook.assertSeen(canvas(), node(".map-place"), node("#search"));
        draw();
        FocusLook.assertSeen(canvas(), node(".map-place"), node("#search"));
    }

    @Test
    void shiftAndArrowsMoveItAndZeroBringsItBack() throws Exception {
        draw();
        focus("#mapCanvas");
        Viewport before = view();
        person.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(view().centreX()).isGreaterThan(before.centreX());
        person.press(KeyCode.SHIFT, KeyCode.UP);
        // the plane grows upwards
        assertThat(view().centreY()).isGreaterThan(before.centreY());
        assertThat(view().scale()).isEqualTo(before.scale());
        person.press(KeyCode.SHIFT, KeyCode.LEFT);
        person.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(view().centreX()).isCloseTo(before.centreX(), offset(before));
        assertThat(view().centreY()).isCloseTo(before.centreY(), offset(before));
        person.press(KeyCode.SHIFT, KeyCode.RIGHT);
        person.press(KeyCode.DIGIT0);
        // the place may have grown or shrunk meanwhile, as the words beside it come and go
        assertThat(view().centreX()).isEqualTo(before.centreX());
        assertThat(view().centreY()).isEqualTo(before.centreY());
        assertThat(view().scale()).isEqualTo(before.scale());
    }

    /// What rounding may come to: less than a hundredth of a pixel.
    private static Offset<Double> offset(Viewport view) {
        return Offset.offset(0.01 / view.scale());
    }

    @Test
    void allTokensThatTheSearchListsAreChosenAtOnce() throws Exception {
        draw();
        person.type("#search", "wort");
        // every fourth of the ids from 4 to 36
        OnScreen.await(() -> table().getItems().size() == 9);
        List<String> found = listed();
        assertThat(found).allMatch(token -> token.contains("wort"));
        assertThat(person.text("#tableWords")).isEqualTo("9 of 40 tokens");
        focus("#mapCanvas");
        person.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(person.text("#tableWords")).isEqualTo("9 chosen");
        person.type("#search", "");
        assertThat(listed()).isEqualTo(found);

        // the same from the table, among those that are chosen
        person.type("#search", "wort1");
        // 12 and 16
        assertThat(person.text("#tableWords")).isEqualTo("2 of 9 chosen");
        focus("#table");
        person.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(person.text("#tableWords")).isEqualTo("2 chosen");
        person.press(KeyCode.ESCAPE);
        assertThat(person.text("#tableWords")).isEqualTo("2 of 40 tokens");
        person.type("#search", "");
        assertThat(person.text("#tableWords")).isEqualTo("All 40 tokens");
    }

    @Test
    void itsTableIsSortedByF3() throws Exception {
        draw();
        focus("#table");
        person.press(KeyCode.F3);
        person.takeByKeys("Token");
        assertThat(listed()).isSorted();
        person.press(KeyCode.F3);
        person.takeByKeys("Id");
        assertThat(OnScreen.get(() -> table().getItems().getFirst().id())).isZero();
    }
}
