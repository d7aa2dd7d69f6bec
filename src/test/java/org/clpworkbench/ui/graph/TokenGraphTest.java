package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

import org.clpworkbench.job.Progress;
import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

class TokenGraphTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> wishes = new ArrayList<>();
    private TokenGraph graph;
    private Scene scene;

    /// Writes down what the graph asks for.
    private final TokenGraph.Wishes recorder =
            new TokenGraph.Wishes() {
                @Override
                public void select(int id) {
                    wishes.add("select " + id);
                    graph.select(id);
                }

                @Override
                public void toggle(int id) {
                    wishes.add("toggle " + id);
                }

                @Override
                public void lookAt(int id) {
                    wishes.add("look at " + id);
                }

                @Override
                public void pin(int id, Place place) {
                    wishes.add("pin " + id);
                }

                @Override
                public void unpin(int id) {
                    wishes.add("unpin " + id);
                }
            };

    @BeforeEach
    void open() throws Exception {
        graph = OnScreen.get(() -> new TokenGraph(recorder));
        scene = OnScreen.get(() -> OnScreen.show(new StackPane(graph), 700, 500));
        OnScreen.run(() -> graph.show(MadeGraphs.drawn(41, GraphLayout.NEARNESS)));
        robot.targetWindow(scene.getWindow());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
    }

    @Test
    void aClickSelectsAndADoubleClickExpands() throws Exception {
        robot.moveTo(onScreen(3)).clickOn(MouseButton.PRIMARY);
        assertThat(wishes).containsExactly("select 3");
        robot.doubleClickOn(MouseButton.PRIMARY);
        assertThat(wishes).contains("toggle 3");
    }

    @Test
    void isSeenToHaveTheFocus() throws Exception {
        FocusLook.assertSeen(graph, graph, scene.getRoot());
    }

    @Test
    void draggingATokenPinsItWhereItIsDropped() throws Exception {
        Point2D to = onScreen(3).add(60, 40);
        robot.drag(onScreen(3), MouseButton.PRIMARY).moveTo(to).drop();
        assertThat(wishes).containsExactly("select 3", "pin 3");
        assertThat(onScreen(3).distance(to)).isLessThan(2);
    }

    @Test
    void draggingThePlaneMovesItAndFitBringsItBack() throws Exception {
        Point2D before = onScreen(3);
        Point2D empty = graph.localToScreen(4, 4);
        robot.drag(empty, MouseButton.PRIMARY).moveTo(empty.add(80, 30)).drop();
        assertThat(onScreen(3).subtract(before).getX()).isCloseTo(80, within(2.0));
        assertThat(wishes).isEmpty();
        robot.push(KeyCode.DIGIT0);
        assertThat(onScreen(3)).isEqualTo(before);
    }

    @Test
    void theWheelZoomsAroundThePointer() throws Exception {
        // the headless platform takes the place on the screen for that in the window
        robot.interact(() -> scene.getWindow().setX(0));
        robot.interact(() -> scene.getWindow().setY(0));
        Point2D before = onScreen(3);
        robot.moveTo(before).scroll(3, VerticalDirection.DOWN);
        robot.scroll(5, VerticalDirection.UP);
        OnScreen.await(() -> graph.zoom() != 1);
        assertThat(onScreen(3).distance(before)).isLessThan(2);
    }

    @Test
    void theViewStaysWhereItWasPutWhileTokensAreExpanded() throws Exception {
        robot.interact(graph::requestFocus);
        robot.push(KeyCode.PLUS);
        double zoom = graph.zoom();
        OnScreen.run(() -> graph.show(MadeGraphs.drawn(61, GraphLayout.NEARNESS)));
        assertThat(graph.zoom()).isEqualTo(zoom).isGreaterThan(1);
    }

    @Test
    void theFirstGraphIsSeenAsItWasSeenBefore() throws Exception {
        robot.interact(graph::requestFocus);
        robot.push(KeyCode.PLUS);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        var other = OnScreen.get(() -> new TokenGraph(recorder));
        OnScreen.run(
                () -> {
                    other.resize(graph.getWidth(), graph.getHeight());
                    other.sight().set(graph.sight().get());
                    other.show(MadeGraphs.drawn(61, GraphLayout.NEARNESS));
                });
        assertThat(graph.sight().get()).isPresent().isEqualTo(other.sight().get());
        OnScreen.run(() -> other.show(MadeGraphs.drawn(41, GraphLayout.NEARNESS)));
        assertThat(other.locate(3)).isEqualTo(graph.locate(3));
        OnScreen.run(() -> other.show(null));
        assertThat(other.sight().get()).isEmpty();
    }

    @Test
    void keysSelectExpandPinLookAndZoom() throws Exception {
        robot.interact(graph::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(wishes).singleElement().asString().startsWith("select ");
        String id = wishes.getFirst().substring("select ".length());
        assertThat(onScreen(Integer.parseInt(id)).getX()).isGreaterThan(onScreen(0).getX());
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.P);
        robot.push(KeyCode.L);
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(wishes).endsWith("toggle " + id, "pin " + id, "look at " + id, "pin " + id);
        robot.push(KeyCode.PLUS);
        assertThat(graph.zoom()).isGreaterThan(1);
        Point2D before = onScreen(0);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(onScreen(0).getX()).isLessThan(before.getX());
        robot.push(KeyCode.MINUS);
        robot.push(KeyCode.HOME);
        assertThat(graph.zoom()).isEqualTo(1);
    }

    @Test
    void isDrawnAsSvgWithLabelsAndColours() throws Exception {
        var job = OnScreen.get(() -> graph.picture(true, "Neighbours of <x>", ""));
        byte[] bytes = job.run(Progress.unwatched());
        Document svg =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Neighbours of <x>");
        // 40 labels and the middle
        assertThat(svg.getElementsByTagName("text").getLength()).isEqualTo(41);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("#a34b00", "·token7");
    }

    /// "·token3" is a part of ten labels more: 30 to 39.
    @Test
    void ringsTheTokensThatAreSoughtAndNoOthers() throws Exception {
        int before = svg("").getElementsByTagName("path").getLength();
        OnScreen.run(() -> graph.seek(" TOKEN3 "));
        assertThat(graph.sought())
                .extracting(TokenNode::id)
                .containsExactly(3, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39);
        assertThat(svg("").getElementsByTagName("path").getLength()).isEqualTo(before + 11);
        OnScreen.run(() -> graph.seek(""));
        assertThat(graph.sought()).isEmpty();
        assertThat(svg("").getElementsByTagName("path").getLength()).isEqualTo(before);
    }

    private Document svg(String caption) throws Exception {
        var job = OnScreen.get(() -> graph.picture(true, "Neighbours", caption));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(job.run(Progress.unwatched())));
    }

    @Test
    void isDrawnAsPngTwiceAsLarge() throws Exception {
        var job = OnScreen.get(() -> graph.picture(false, "", ""));
        var image = ImageIO.read(new ByteArrayInputStream(job.run(Progress.unwatched())));
        assertThat(image.getWidth()).isEqualTo(1400);
        assertThat(image.getHeight()).isEqualTo(1000);
    }

    @Test
    void picturesHaveTheirCaptionBelow() throws Exception {
        String caption = "The 20 nearest by cosine, ".repeat(6) + "seed 20261123";
        Document svg = svg(caption);
        NodeList texts = svg.getElementsByTagName("text");
        var lines = new ArrayList<String>();
        for (int at = 41; at < texts.getLength(); at++) {
            lines.add(texts.item(at).getTextContent());
        }
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join(" ", lines)).isEqualTo(caption);
        // 16 pixels a line, and 8 below
        int height = 500 + 16 * lines.size() + 8;
        assertThat(svg.getDocumentElement().getAttribute("height")).isEqualTo("" + height);

        var job = OnScreen.get(() -> graph.picture(false, "", caption));
        var image = ImageIO.read(new ByteArrayInputStream(job.run(Progress.unwatched())));
        assertThat(image.getHeight()).isEqualTo(2 * height);
    }

    private Point2D onScreen(int id) throws Exception {
        return OnScreen.get(() -> graph.localToScreen(graph.locate(id).orElseThrow()));
    }
}
