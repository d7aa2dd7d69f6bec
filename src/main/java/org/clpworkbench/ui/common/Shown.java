package org.clpworkbench.ui.common;

import javafx.scene.Node;

/// Tells when a node comes into the window and when it leaves it, as a screen does when another one
/// is opened.
public final class Shown {
    private Shown() {}

    public static void watch(Node node, Runnable comes, Runnable leaves) {
        node.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                leaves.run();
                            } else {
                                comes.run();
                            }
                        });
    }
}
