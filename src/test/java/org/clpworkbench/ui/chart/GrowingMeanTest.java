package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A mean while its runs go on, each at its own pace.
class GrowingMeanTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

    private final LossChartModel model = new LossChartModel();
    private final List<ChartRun> runs = List.of(run("fast", 1), run("slow", 2), run("late", 3));

    @BeforeEach
    void showThreeSeeds() {
        model.window().set(5);
        model.seedsTogether().set(true);
        model.show(runs);
    }

    private static ChartRun run(String id, long seed) {
        return new ChartRun(id, id, 0, new ChartRun.Group("settings", "linear", seed));
    }

    private void begin(String run) {
        model.offer(run, List.of(new RunEvent.Started(BEGIN, 0, 100, "cpu", 1, 1, false)));
    }

    /// Steps from one to another, each of so many seconds, with losses of no order.
    private void train(String run, int from, int to, int seconds) {
        var events = new ArrayList<RunEvent>();
        for (int step = from; step <= to; step++) {
            double loss = 7 + Math.sin(step * 12.9898 + run.charAt(0));
            Instant time = BEGIN.plusSeconds((long) step * seconds);
            events.add(new RunEvent.Step(time, step, step * 2048L, loss, 1e-3 / step, loss, 100));
            if (step % 3 == 0) {
                events.add(new RunEvent.Evaluated(time, step, step * 2048L, loss, loss / 2.7));
            }
        }
        model.offer(run, events);
        model.drain();
    }

    private Curve mean() {
        return model.curves().getFirst();
    }

    private static List<Double> along(Series line, Horizontal horizontal) {
        var along = new ArrayList<Double>();
        for (int i = 0; i < line.size(); i++) {
            along.add(line.x(i, horizontal));
        }
        return along;
    }

    @Test
    void itsTimeGoesOnWhereTheSlowerRunHasNotBeenYet() {
        begin("fast");
        begin("slow");
        train("fast", 1, 6, 10);
        train("slow", 1, 3, 20);
        // up to step 3 the mean of 10 and 20 seconds a step, then the 10 of the one that is there
        assertThat(along(mean().raw(), Horizontal.TIME))
                .containsExactly(15.0, 30.0, 45.0, 55.0, 65.0, 75.0);
        assertThat(along(mean().validation(), Horizontal.TIME)).containsExactly(45.0, 75.0);
        train("slow", 4, 6, 20);
        assertThat(along(mean().raw(), Horizontal.TIME))
                .containsExactly(15.0, 30.0, 45.0, 60.0, 75.0, 90.0);
    }

    @Test
    void itsTimeGoesOnWhereTheFasterRunEnds() {
        begin("fast");
        begin("slow");
        train("fast", 1, 2, 10);
        train("slow", 1, 4, 30);
        assertThat(along(mean().raw(), Horizontal.TIME)).containsExactly(20.0, 40.0, 70.0, 100.0);
        assertThat(along(mean().raw(), Horizontal.TOKENS))
                .containsExactly(2048.0, 4096.0, 6144.0, 8192.0);
    }

    @Test
    void pointsThatComeBehindTheOthersAreAddedAndNothingIsMadeAnew() {
        begin("fast");
        begin("slow");
        train("fast", 1, 50, 10);
        train("slow", 1, 50, 20);
        Curve before = mean();
        List<Integer> generations = generations(before);
        train("fast", 51, 60, 10);
        train("slow", 51, 60, 20);
        assertThat(mean()).isSameAs(before);
        assertThat(before.smooth().size()).isEqualTo(60);
        assertThat(generations(before)).isEqualTo(generations);
        assertIsAsMadeAtOnce();
    }

    private static List<Integer> generations(Curve curve) {
        return lines(curve).stream().map(Series::generation).toList();
    }

    private static List<Series> lines(Curve curve) {
        return List.of(
                curve.raw(),
                curve.smooth(),
                curve.lowest(),
                curve.highest(),
                curve.learningRate(),
                curve.gradientNorm(),
                curve.speed());
    }

    @Test
    void runsOfDifferentPaceGiveTheMeanThatTheyGiveAtOnce() {
        begin("fast");
        begin("slow");
        for (int piece = 0; piece < 8; piece++) {
            train("fast", 1 + 10 * piece, 10 + 10 * piece, 10);
            train("slow", 1 + 7 * piece, 7 + 7 * piece, 20);
            mean();
        }
        begin("late");
        train("late", 1, 40, 15);
        assertIsAsMadeAtOnce();
        model.window().set(20);
        assertIsAsMadeAtOnce();
        // back to its checkpoint at step 30
        Instant again = BEGIN.plusSeconds(9000);
        model.offer("slow", List.of(new RunEvent.Started(again, 30, 100, "cpu", 1, 1, false)));
        train("slow", 31, 35, 400);
        assertIsAsMadeAtOnce();
    }

    /// The same runs shown again have a mean that has taken over nothing yet.
    private void assertIsAsMadeAtOnce() {
        Curve grown = mean();
        model.show(runs);
        Curve atOnce = mean();
        assertThat(atOnce).isNotSameAs(grown);
        for (Horizontal horizontal : Horizontal.values()) {
            assertThat(along(grown.raw(), horizontal)).isEqualTo(along(atOnce.raw(), horizontal));
            assertThat(along(grown.validation(), horizontal))
                    .isEqualTo(along(atOnce.validation(), horizontal));
        }
        for (int line = 0; line < lines(grown).size(); line++) {
            assertSame(lines(grown).get(line), lines(atOnce).get(line));
        }
        assertSame(grown.validation(), atOnce.validation());
    }

    private static void assertSame(Series grown, Series atOnce) {
        assertThat(grown.size()).isEqualTo(atOnce.size());
        for (int i = 0; i < atOnce.size(); i++) {
            assertThat(grown.value(i)).isCloseTo(atOnce.value(i), within(1e-12));
        }
        assertThat(grown.low()).isCloseTo(atOnce.low(), within(1e-12));
        assertThat(grown.high()).isCloseTo(atOnce.high(), within(1e-12));
    }
}
