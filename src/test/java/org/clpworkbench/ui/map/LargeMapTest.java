package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;

import org.clpworkbench.ui.Pointer;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The map of a vocabulary as large as they come. {@link MapBenchmarks} holds it to what the eye
/// wants; this, on any machine, to what is no longer bearable.
class LargeMapTest {
    private static final int POINTS = 250_000;

    /// Of the software's painting, which takes some hundredths of a second.
    private static final double MOST_SECONDS = 2;

    @TempDir private Path folder;
    private final MapPicture picture = MadeMap.picture(POINTS);
    private TestContext test;
    private MapViewModel viewModel;
    private MapCanvas canvas;
    private Scene scene;

    @BeforeEach
    void showTheMap() throws Exception {
        test = new TestContext(folder);
        viewModel = OnScreen.get(() -> new MapViewModel(test.context()));
        canvas = OnScreen.get(() -> MadeMap.canvas(viewModel));
        scene = OnScreen.get(() -> OnScreen.show(canvas, 1100, 800));
        OnScreen.run(() -> viewModel.picture().set(picture));
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.close();
                    scene.getWindow().hide();
                });
        test.close();
    }

    @Test
    void isPaintedInTime() throws Exception {
        double seconds =
                OnScreen.get(
                        () -> {
                            long began = System.nanoTime();
                            canvas.paint();
                            return (System.nanoTime() - began) / 1e9;
                        });
        Image painted = OnScreen.get(() -> scene.snapshot(null));
        assertThat(seconds).isLessThan(MOST_SECONDS);
        assertThat(pixelsUnlikeTheCorner(painted)).isGreaterThan(100_000);
    }

    /// The plane of heaps leaves the corner free.
    private static long pixelsUnlikeTheCorner(Image image) {
        var pixels = image.getPixelReader();
        int paper = pixels.getArgb(1, 1);
        long others = 0;
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 0; x < (int) image.getWidth(); x++) {
                others += pixels.getArgb(x, y) == paper ? 0 : 1;
            }
        }
        return others;
    }

    @Test
    void tellsOfThePointUnderTheMouse() throws Exception {
        int point = middle();
        var pointer = new Pointer(canvas);
        OnScreen.run(() -> pointer.move(550, 400));
        Label hover = (Label) OnScreen.get(() -> canvas.lookup(".map-hover"));
        assertThat(hover.isVisible()).isTrue();
        assertThat(hover.getText()).isEqualTo(viewModel.words().sentence(picture.token(point)));
    }

    @Test
    void choosesThePointsInALasso() throws Exception {
        int point = middle();
        var pointer = new Pointer(canvas);
        OnScreen.run(() -> pointer.press(750, 400, true));
        for (int corner = 1; corner < 30; corner++) {
            double angle = corner * Math.PI / 15;
            OnScreen.run(
                    () -> pointer.drag(550 + 200 * Math.cos(angle), 400 + 200 * Math.sin(angle)));
        }
        OnScreen.run(() -> pointer.release(750, 400));
        assertThat(viewModel.chosen().get().get(point)).isTrue();
        assertThat(viewModel.chosen().get().cardinality()).isBetween(1000, POINTS - 1000);
    }

    /// The point nearest to the middle of the canvas.
    private int middle() throws Exception {
        return OnScreen.get(
                () -> {
                    canvas.layout();
                    return PointSearch.nearest(canvas.view(), picture, _ -> true, 550, 400, 12);
                });
    }
}
