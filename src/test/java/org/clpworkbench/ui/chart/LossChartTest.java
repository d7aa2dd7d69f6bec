package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class LossChartTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void showsASinglePoint() throws Exception {
        var model = new LossChartModel();
        Scene scene = scene(model);
        OnScreen.run(
                () -> {
                    model.show(List.of(new ChartRun("a", "linear", 0)));
                    model.offer("a", List.of(step(1, 7.5)));
                    chart(scene).pull();
                });
        OnScreen.picture(scene, Path.of("target/pictures/chart-one-point.png"));
        assertThat(names(scene)).contains("linear");
    }

    @Test
    void aSinglePointIsADotOfTheRunsColourWhateverIsChosen() throws Exception {
        seesADot(List.of(step(1, 7.5)));
    }

    @Test
    void itStaysADotWhenTheRunIsPausedThen() throws Exception {
        seesADot(List.of(step(1, 7.5), new RunEvent.Paused(NOW, 1)));
    }

    private static void seesADot(List<RunEvent> events) throws Exception {
        for (boolean band : new boolean[] {false, true}) {
            for (int window : new int[] {0, 20}) {
                var model = new LossChartModel();
                Scene scene = scene(model);
                OnScreen.run(
                        () -> {
                            model.show(List.of(new ChartRun("a", "linear", 0)));
                            model.window().set(window);
                            model.band().set(band);
                            model.logarithmicAcross().set(true);
                            model.offer("a", events);
                            chart(scene).pull();
                        });
                OnScreen.picture(scene, Path.of("target/pictures/chart-dot.png"));
                // nearer to #0072b2, the run's colour, than to white
                assertThat(blue(scene)).as("window %s, band %s", window, band).isGreaterThan(8);
            }
        }
    }

    /// How many pixels inside the frame are of the first run's colour.
    private static int blue(Scene scene) throws Exception {
        return OnScreen.get(
                () -> {
                    var image = scene.snapshot(null);
                    var pixels = image.getPixelReader();
                    int found = 0;
                    for (int x = 64; x < 665; x++) {
                        for (int y = 70; y < 340; y++) {
                            var colour = pixels.getColor(x, y);
                            found += colour.getBlue() - colour.getRed() > 0.5 ? 1 : 0;
                        }
                    }
                    return found;
                });
    }

    @Test
    void paintsAHundredThousandPointsInLessThanATenthOfASecond() throws Exception {
        var model = new LossChartModel();
        Scene scene = scene(model);
        var events = new ArrayList<RunEvent>();
        for (int i = 1; i <= 100_000; i++) {
            events.add(step(i, 5 + 4 * Math.exp(-i / 2e4) + 0.2 * Math.sin(i * 12.9898)));
        }
        OnScreen.run(() -> model.show(List.of(new ChartRun("a", "linear", 0))));
        model.offer("a", events);
        OnScreen.run(() -> chart(scene).pull());
        var times = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            long before = System.nanoTime();
            OnScreen.run(() -> chart(scene).repaint());
            times.add((System.nanoTime() - before) / 1_000_000);
        }
        times.sort(null);
        OnScreen.picture(scene, Path.of("target/pictures/chart-100k.png"));
        assertThat(times.get(5)).as("median of %s ms", times).isLessThan(100);
    }

    @Test
    void labelsEveryRunAtTheEndOfItsLine() throws Exception {
        var model = new LossChartModel();
        Scene scene = scene(model);
        OnScreen.run(
                () -> {
                    model.show(
                            List.of(
                                    new ChartRun("a", "random", 0),
                                    new ChartRun("b", "linear", 1)));
                    model.baseline().set("a");
                    model.offer("a", List.of(evaluated(0, 9), evaluated(10, 8)));
                    model.offer("b", List.of(evaluated(0, 8), evaluated(10, 7)));
                    chart(scene).pull();
                });
        assertThat(names(scene)).contains("random", "linear");
    }

    @Test
    void noTwoNamesMeetWhereTextsAreTwiceAsLarge() throws Exception {
        var model = new LossChartModel();
        Scene scene = OnScreen.get(() -> OnScreen.scene(chart(model), 1000, 640, false));
        var runs = new ArrayList<ChartRun>();
        for (int run = 0; run < 14; run++) {
            runs.add(new ChartRun("run-" + run, "Zug " + run, run));
        }
        List<Bounds> names =
                OnScreen.get(
                        () -> {
                            scene.getRoot().setStyle("-fx-font-size: 26px");
                            model.show(runs);
                            for (ChartRun run : runs) {
                                double loss = 7 + run.colour() / 1000.0;
                                model.offer(run.id(), List.of(evaluated(10, loss)));
                            }
                            chart(scene).pull();
                            var labels = (Parent) chart(scene).lookup(".end-labels");
                            return labels.getChildrenUnmodifiable().stream()
                                    .map(Node::getBoundsInParent)
                                    .sorted(Comparator.comparingDouble(Bounds::getMinY))
                                    .toList();
                        });
        OnScreen.picture(scene, Path.of("target/pictures/chart-names-large.png"));
        assertThat(names).hasSizeGreaterThan(4);
        for (int name = 1; name < names.size(); name++) {
            assertThat(names.get(name).getMinY())
                    .isGreaterThanOrEqualTo(names.get(name - 1).getMaxY());
        }
        assertThat(names.getFirst().getHeight()).isGreaterThan(26);
    }

    private static Scene scene(LossChartModel model) throws Exception {
        return OnScreen.get(() -> OnScreen.scene(chart(model), 800, 400, false));
    }

    /// A chart that writes no files.
    static LossChart chart(LossChartModel model) {
        return new LossChart(model, new ChartFiles(new Recorder(), new Jobs()));
    }

    private static LossChart chart(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (LossChart) scene.getRoot();
    }

    private static List<String> names(Scene scene) throws Exception {
        return OnScreen.get(
                () ->
                        scene.getRoot().lookupAll(".end-label").stream()
                                .map(node -> ((Label) node).getText())
                                .toList());
    }

    static RunEvent step(int step, double loss) {
        return new RunEvent.Step(NOW, step, step * 2048L, loss, 1e-3, 1, 3000);
    }

    static RunEvent evaluated(int step, double loss) {
        return new RunEvent.Evaluated(NOW, step, step * 2048L, loss, loss / 2.7);
    }
}
