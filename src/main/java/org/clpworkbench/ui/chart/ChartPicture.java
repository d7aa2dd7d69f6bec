package org.clpworkbench.ui.chart;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.clpworkbench.job.Job;

import java.util.Objects;

/// Takes pictures of runs that no screen shows.
public final class ChartPicture {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 640;

    /// The class of a dark window's root.
    private static final String DARK = "dark";

    private ChartPicture() {}

    /// Takes a picture on the JavaFX thread; the job makes a file of it.
    ///
    /// @param like the window whose theme and size of texts it has
    public static Job<byte[]> of(LossChartModel model, boolean svg, Scene like) {
        model.drain();
        var stage = new ChartStage(model);
        var root = new StackPane(stage);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(ChartPicture.class.getResource("chart.css"))
                                .toString());
        root.setStyle(like.getRoot().getStyle());
        if (like.getRoot().getStyleClass().contains(DARK)) {
            root.getStyleClass().add(DARK);
        }
        var scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(like.getStylesheets());
        layOut(root);
        stage.repaint();
        layOut(root); // the names at the lines' ends, which have come now
        return stage.picture(svg);
    }

    private static void layOut(Parent root) {
        root.applyCss();
        root.layout();
    }
}
