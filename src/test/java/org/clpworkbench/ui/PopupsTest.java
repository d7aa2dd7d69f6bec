package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// What opens over the window has a scene of its own: a menu, the list of a box, a menu of what is
/// pointed at and a hint, each light and dark. All can be read, and grow with the window's texts.
class PopupsTest {
    private static final double LARGER = 1.5;

    /// Milliseconds until the window has painted texts of another size.
    private static final int TO_FOLLOW = 250;

    @TempDir private static Path workspace;
    private static WorkbenchWindow window;

    /// How each is opened on the overlap screen, and the style of what opens.
    private enum Kind {
        MENU(".context-menu"),
        LIST(".combo-box-popup"),
        CONTEXT_MENU(".context-menu"),
        HINT(".tooltip");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        void open() {
            switch (this) {
                case MENU -> window.click("#languageButton");
                case LIST -> window.click("#matching");
                case CONTEXT_MENU -> askForAMenu("#table");
                case HINT -> restOn("#languageButton");
            }
        }
    }

    @BeforeAll
    static void openTheOverlap() throws TimeoutException {
        window = WorkbenchWindow.open(workspace);
        window.open(ScreenName.OVERLAP);
        window.await("the overlap", () -> window.shows("#table .token-chip"));
    }

    @AfterAll
    static void closeTheWindow() throws TimeoutException {
        window.close();
    }

    /// As its key does.
    private static void askForAMenu(String query) {
        WorkbenchWindow.onFxThread(
                () -> {
                    Node node = window.node(query, Node.class);
                    node.requestFocus();
                    Point2D scene = node.localToScene(20, 20);
                    Point2D screen = node.localToScreen(20, 20);
                    Event.fireEvent(
                            node,
                            new ContextMenuEvent(
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    scene.getX(),
                                    scene.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    true,
                                    null));
                    return true;
                });
    }

    /// The mouse comes from elsewhere: one that has not moved gets no hint.
    private static void restOn(String query) {
        window.robot().moveTo(middle("#answer"));
        window.robot().moveTo(middle(query));
    }

    private static Point2D middle(String query) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    Node node = window.node(query, Node.class);
                    Bounds bounds = node.getLayoutBounds();
                    return node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
                });
    }

    private static Optional<Scene> shown(Kind kind) {
        return Window.getWindows().stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing())
                .map(Window::getScene)
                .filter(scene -> scene.getRoot().lookup(kind.style) != null)
                .findFirst();
    }

    private static Scene open(Kind kind) {
        kind.open();
        window.await("the " + kind, () -> shown(kind).isPresent());
        return WorkbenchWindow.onFxThread(() -> shown(kind).orElseThrow());
    }

    private static void close(Kind kind) {
        if (kind == Kind.HINT) {
            window.robot().moveTo(middle("#answer"));
        } else {
            window.robot().push(KeyCode.ESCAPE);
        }
        window.await("no " + kind, () -> shown(kind).isEmpty());
    }

    /// Of the texts that can be seen.
    private static Map<String, Double> sizes(Scene scene) {
        var sizes = new HashMap<String, Double>();
        for (Node node : Nodes.visible(scene.getRoot())) {
            if (node instanceof Text text
                    && !(text instanceof FontIcon)
                    && !text.getText().isBlank()) {
                sizes.put(text.getText(), text.getFont().getSize());
            }
        }
        return sizes;
    }

    @ParameterizedTest
    @CsvSource({
        "light, MENU", "light, LIST", "light, CONTEXT_MENU", "light, HINT",
        "dark, MENU", "dark, LIST", "dark, CONTEXT_MENU", "dark, HINT"
    })
    void canBeReadAndGrowsWithTheTexts(String theme, Kind kind) throws IOException {
        window.theme(theme);
        TextSize.usual(window);
        WorkbenchWindow.pause(TO_FOLLOW);
        Scene usual = open(kind);
        Map<String, Double> before = WorkbenchWindow.onFxThread(() -> sizes(usual));
        close(kind);

        TextSize.large(window);
        WorkbenchWindow.pause(TO_FOLLOW);
        Scene large = open(kind);
        Pictures.take(large, Path.of("target/pictures/popup-%s-%s.png".formatted(kind, theme)));
        Map<String, Double> now = WorkbenchWindow.onFxThread(() -> sizes(large));
        var faults = WorkbenchWindow.onFxThread(() -> Faults.ofTexts(large));
        close(kind);
        TextSize.usual(window);

        assertThat(now).isNotEmpty().containsOnlyKeys(before.keySet());
        now.forEach(
                (text, size) ->
                        assertThat(size / before.getOrDefault(text, 0.0))
                                .as(text)
                                .isCloseTo(LARGER, within(0.02)));
        assertThat(faults).isEmpty();
    }
}
