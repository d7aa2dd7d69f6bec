package org.clpworkbench.ui.chart;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

import java.util.Objects;

/// The chart of losses in a window of its own, with no run yet.
abstract class OpenedChart {
    final FxRobot robot = new FxRobot();
    final LossChartModel model = new LossChartModel();
    Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = OnScreen.get(() -> OnScreen.show(LossChartTest.chart(model), 900, 560));
        robot.targetWindow(scene.getWindow());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
    }

    Node node(String selector) {
        return Objects.requireNonNull(scene.getRoot().lookup(selector), selector);
    }
}
