package org.clpworkbench.ui;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.robot.MouseRobot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Somebody at a window, with eyes, a mouse and a keyboard: waits until a control can be used,
/// scrolls to it, and uses it as it lies there. What stays hidden, is switched off, lies outside or
/// is covered by something else cannot be clicked, and the error says which.
public final class Person {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final int LOOKS = 50;
    private static final int TRIES = 3;
    private static final int TO_REST = 60; // milliseconds
    private static final int TABS = 100;

    private final FxRobot robot = new FxRobot();
    private final Supplier<Scene> scene;

    /// @param scene what the window shows now
    public Person(Supplier<Scene> scene) {
        this.scene = scene;
    }

    /// Clicks on the first that a query finds among what can be seen.
    public void click(String query) {
        click(await(query));
    }

    /// Tries again where something came below the mouse in the very moment of the click.
    public void click(Node node) {
        Node met = press(node);
        for (int more = 0; more < TRIES && !isIn(met, node); more++) {
            met = press(node);
        }
        if (!isIn(met, node)) {
            throw new AssertionError(Nodes.path(met) + " covers " + Nodes.path(node));
        }
    }

    /// Clicks where a node is. What is met instead of it does not notice.
    ///
    /// @return what was met
    private Node press(Node node) {
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        mouse.move(restingPlace(node));
        var hit = new ArrayList<Node>();
        EventHandler<MouseEvent> watch =
                event -> {
                    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                        hit.add(event.getPickResult().getIntersectedNode());
                    }
                    if (!hit.isEmpty() && !isIn(hit.getFirst(), node)) {
                        event.consume();
                    }
                };
        Scene watched = WorkbenchWindow.onFxThread(node::getScene);
        WorkbenchWindow.onFxThread(
                () -> {
                    watched.addEventFilter(MouseEvent.ANY, watch);
                    return true;
                });
        robot.clickOn();
        WorkbenchWindow.onFxThread(
                () -> {
                    watched.removeEventFilter(MouseEvent.ANY, watch);
                    return true;
                });
        if (hit.isEmpty()) {
            throw new AssertionError("Another window covers " + Nodes.path(node));
        }
        return hit.getFirst();
    }

    /// Where a node is once nothing comes or goes above it any more.
    private Point2D restingPlace(Node node) {
        Point2D before = WorkbenchWindow.onFxThread(() -> place(node));
        for (int look = 0; look < LOOKS; look++) {
            WorkbenchWindow.pause(TO_REST);
            Point2D now = WorkbenchWindow.onFxThread(() -> place(node));
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /// Puts a text in the place of what stands in a field.
    public void type(String query, String text) {
        Node field = await(query);
        click(field);
        Node focused = WorkbenchWindow.onFxThread(() -> scene.get().getFocusOwner());
        if (focused == null || !(isIn(focused, field) || isIn(field, focused))) {
            throw new AssertionError("A click does not lead into " + Nodes.path(field));
        }
        press(KeyCode.CONTROL, KeyCode.A);
        if (text.isEmpty()) {
            press(KeyCode.DELETE);
        } else {
            robot.write(text);
        }
    }

    /// Opens a box or a menu and clicks on what it offers.
    public void choose(String query, String item) {
        choose(await(query), item);
    }

    public void choose(Node box, String item) {
        // in the middle of a box that can be typed into is its field
        Node arrow = WorkbenchWindow.onFxThread(() -> box.lookup(".arrow-button"));
        click(arrow == null ? box : arrow);
        click(target(awaitOffered(box, item)));
        awaitTrue(
                "What " + Nodes.path(box) + " offers stays open",
                () -> offered().noneMatch(label -> item.equals(label.getText())));
    }

    /// Goes down the menu that is open to one of its items and takes it, by keys alone.
    public void takeByKeys(String item) {
        awaitTrue("No menu offers “" + item + "”", () -> isOffered(item));
        long most = WorkbenchWindow.onFxThread(() -> offered().count());
        for (int at = 0; at <= most && !isReached(item); at++) {
            press(KeyCode.DOWN);
        }
        awaitTrue("The keys do not lead to “" + item + "”", () -> isReached(item));
        press(KeyCode.ENTER);
        awaitTrue("The menu stays open", () -> !isOffered(item));
    }

    private static boolean isOffered(String item) {
        return WorkbenchWindow.onFxThread(
                () -> offered().anyMatch(label -> item.equals(label.getText())));
    }

    private static boolean isReached(String item) {
        return WorkbenchWindow.onFxThread(
                () ->
                        offered()
                                .filter(label -> item.equals(label.getText()))
                                .anyMatch(
                                        label ->
                                                label.getParent()
                                                        .equals(label.getScene().getFocusOwner())));
    }

    /// Goes from control to control by the Tab key to the first that a query finds among what can
    /// be seen.
    public void tabTo(String query) {
        Node wanted = await(query);
        for (int tab = 0; tab < TABS && !hasFocus(wanted); tab++) {
            press(KeyCode.TAB);
        }
        if (!hasFocus(wanted)) {
            throw new AssertionError("The Tab key does not lead to " + Nodes.path(wanted));
        }
    }

    private boolean hasFocus(Node node) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    Node focused = scene.get().getFocusOwner();
                    return focused != null && isIn(focused, node);
                });
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
    }

    /// Types where the focus is.
    public void write(String text) {
        robot.write(text);
    }

    /// Whether something is found that is not hidden, nor anything it lies in.
    public boolean sees(String query) {
        return WorkbenchWindow.onFxThread(() -> seen(query).isPresent());
    }

    /// The text of the first that is seen; empty where nothing is.
    public String text(String query) {
        return WorkbenchWindow.onFxThread(() -> seen(query).map(Person::words).orElse(""));
    }

    /// All that can be read in the first that is seen, from top to bottom.
    public List<String> reads(String query) {
        return WorkbenchWindow.onFxThread(
                () ->
                        seen(query).stream()
                                .flatMap(node -> Nodes.visible(node).stream())
                                .map(Person::words)
                                .filter(words -> !words.isEmpty())
                                .toList());
    }

    private static String words(Node node) {
        String words =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl field -> field.getText();
                    default -> "";
                };
        return words == null ? "" : words;
    }

    private Optional<Node> seen(String query) {
        return scene.get().getRoot().lookupAll(query).stream().filter(Person::isShown).findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(Node node, Node above) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.equals(above)) {
                return true;
            }
        }
        return false;
    }

    private Node await(String query) {
        awaitTrue("Nothing is seen by " + query, () -> seen(query).isPresent());
        awaitTrue(
                query + " is switched off",
                () -> seen(query).filter(node -> !node.isDisabled()).isPresent());
        return WorkbenchWindow.onFxThread(() -> seen(query).orElseThrow());
    }

    private static Labeled awaitOffered(Node box, String item) {
        Supplier<Optional<Labeled>> found =
                () -> offered().filter(label -> item.equals(label.getText())).findFirst();
        awaitTrue(
                Nodes.path(box) + " does not offer “" + item + "”", () -> found.get().isPresent());
        return WorkbenchWindow.onFxThread(() -> found.get().orElseThrow());
    }

    /// What takes the click: a cell is a label itself, the item of a menu holds one.
    private static Node target(Labeled offered) {
        Parent item = offered.getParent();
        return item.getStyleClass().contains("menu-item") ? item : offered;
    }

    /// In the lists and menus that are open.
    private static Stream<Labeled> offered() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .flatMap(window -> Nodes.visible(window.getScene().getRoot()).stream())
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast);
    }

    private static void awaitTrue(String otherwise, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE;
        while (!WorkbenchWindow.onFxThread(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise);
            }
            WorkbenchWindow.pause(20);
        }
    }

    /// Where to click on the screen: the middle, scrolled to.
    private static Point2D place(Node node) {
        Scene scene = node.getScene();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane) {
                scrollTo(node, pane);
            }
        }
        scene.getRoot().layout();
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        double x = bounds.getCenterX();
        double y = bounds.getCenterY();
        if (x < 0 || y < 0 || x >= scene.getWidth() || y >= scene.getHeight()) {
            throw new AssertionError(Nodes.path(node) + " lies outside the window");
        }
        return node.localToScreen(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
    }

    /// As the wheel would, unless it is seen whole.
    private static void scrollTo(Node node, ScrollPane pane) {
        Bounds inside = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double room = pane.getContent().getLayoutBounds().getHeight() - seen;
        double top = pane.getVvalue() * room;
        if (room > 0 && (inside.getMinY() < top || inside.getMaxY() > top + seen)) {
            pane.setVvalue(Math.clamp((inside.getCenterY() - seen / 2) / room, 0.0, 1.0));
        }
    }
}
