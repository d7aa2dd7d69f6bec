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

    private FocusLook() {}

    /// In light and in dark the focus is seen.
    ///
    /// @param node what gets the focus, in a window
    /// @param look where that is to be seen
    /// @param other what has the focus before
    public static void assertSeen(Node node, Node look, Node other) throws Exception {
        for (boolean dark : List.of(false, true)) {
            int changed = OnScreen.get(() -> changed(node, look, other, dark));
            assertThat(changed)
                    .as(Nodes.path(node) + (dark ? " in dark" : " in light"))
                    .isGreaterThan(FEWEST);
        }
    }

    private static int changed(Node node, Node look, Node other, boolean dark) {
        Scene scene = node.getScene();
        OnScreen.theme(scene.getRoot(), dark);
        other.requestFocus();
        scene.snapshot(null); // what follows the theme has followed it
        WritableImage before = scene.snapshot(null);
        node.requestFocus();
        WritableImage after = scene.snapshot(null);
        boolean focused = node.isFocused();
        Bounds place = look.localToScene(look.getLayoutBounds());
        OnScreen.theme(scene.getRoot(), false);
        assertThat(focused).as("the focus of " + Nodes.path(node)).isTrue();
        return differing(before, after, place);
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
