package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

import org.clpworkbench.ui.chart.OnScreen;

import java.util.List;

/// How a part of a window looks with the focus and without it, as it is painted.
public final class FocusLook {
    /// Fewer pixels would not be seen.
    public static final int FEWEST = 30;

    /// Pixels around a node that its border may take.
    private static final int MARGIN = 4;

    private static final int TO_BE_PAINTED = 150; // milliseconds

    private FocusLook() {}

    /// In light and in dark the focus is seen.
    ///
    /// @param node what gets the focus, in a window
    /// @param look where that is to be seen
    /// @param other what has the focus before
    public static void assertSeen(Node node, Node look, Node other) throws Exception {
        for (boolean dark : List.of(false, true)) {
            assertThat(changed(node, look, other, dark))
                    .as(Nodes.path(node) + (dark ? " in dark" : " in light"))
                    .isGreaterThan(FEWEST);
        }
    }

    private static int changed(Node node, Node look, Node other, boolean dark) throws Exception {
        Scene scene = OnScreen.get(node::getScene);
        OnScreen.run(() -> OnScreen.theme(scene.getRoot(), dark));
        WritableImage before = withFocus(other);
        WritableImage after = withFocus(node);
        assertThat(OnScreen.get(node::isFocused)).as("the focus of " + Nodes.path(node)).isTrue();
        Bounds place = OnScreen.get(() -> look.localToScene(look.getLayoutBounds()));
        OnScreen.run(() -> OnScreen.theme(scene.getRoot(), false));
        return differing(before, after, place);
    }

    /// Once the window has painted it: a picture taken in the same turn as the change may lack it.
    private static WritableImage withFocus(Node node) throws Exception {
        OnScreen.run(node::requestFocus);
        WorkbenchWindow.pause(TO_BE_PAINTED);
        return OnScreen.get(() -> node.getScene().snapshot(null));
    }

    /// How many pixels are others in two pictures of a scene.
    public static int differing(WritableImage before, WritableImage after) {
        return differing(before, after, 0, 0, (int) before.getWidth(), (int) before.getHeight());
    }

    private static int differing(WritableImage before, WritableImage after, Bounds place) {
        return differing(
                before,
                after,
                (int) Math.max(0, place.getMinX() - MARGIN),
                (int) Math.max(0, place.getMinY() - MARGIN),
                (int) Math.min(before.getWidth(), place.getMaxX() + MARGIN),
                (int) Math.min(before.getHeight(), place.getMaxY() + MARGIN));
    }

    private static int differing(
            WritableImage before, WritableImage after, int left, int top, int right, int bottom) {
        PixelReader one = before.getPixelReader();
        PixelReader two = after.getPixelReader();
        int differing = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (one.getArgb(x, y) != two.getArgb(x, y)) {
                    differing++;
                }
            }
        }
        return differing;
    }
}
