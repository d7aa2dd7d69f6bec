package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class StepTableTest {
    private final LossChartModel model = new LossChartModel();

    @BeforeEach
    void showTwoRuns() {
        model.show(List.of(new ChartRun("a", "random", 0), new ChartRun("b", "linear, seed 2", 1)));
    }

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void hasARowForEachTenthOfTheLongestRunAndWhereEachRunStands() {
        train("a", 200, 57);
        train("b", 100, 30);
        StepTable table = StepTable.of(model, Figure.TRAINING, StepSpacing.TENTHS);
        assertThat(steps(table)).containsExactly(20L, 30L, 40L, 57L);
        assertThat(table.rows().get(1).figures()).containsExactly(9 - 0.3, 9 - 0.3);
        // the second has not come as far
        assertThat(table.rows().getLast()).isEqualTo(row(57, 9 - 0.57, Double.NaN));
    }

    @Test
    void hasEveryStepOfAShortRunInItsHundredths() {
        train("a", 50, 50);
        StepTable table = StepTable.of(model, Figure.TRAINING, StepSpacing.HUNDREDTHS);
        assertThat(steps(table)).hasSize(50).startsWith(1L, 2L, 3L).endsWith(50L);
    }

    @Test
    void leavesOutEvaluationsAtWhichNoStepWasTrained() {
        train("a", 200, 57);
        for (int step : new int[] {0, 25, 50}) {
            model.offer("a", List.of(LossChartTest.evaluated(step, 8)));
        }
        model.drain();
        StepTable table = StepTable.of(model, Figure.NORM, StepSpacing.EVALUATIONS);
        assertThat(table.rows()).containsExactly(row(25, 1, Double.NaN), row(50, 1, Double.NaN));
    }

    @Test
    void tellsEveryFigureThatThePictureShows() {
        model.window().set(5);
        model.offer(
                "a",
                List.of(
                        new RunEvent.Step(Instant.EPOCH, 1, 2048, 4, 1e-4, 3, 2800),
                        new RunEvent.Step(Instant.EPOCH, 2, 4096, 8, 2e-4, 2, 2900),
                        new RunEvent.Step(Instant.EPOCH, 3, 6144, 6, 3e-4, 1.5, 2940)));
        model.drain();
        assertThat(third(Figure.TRAINING)).isEqualTo(6);
        // memory 4/5: weights 16, 20 and 25
        assertThat(third(Figure.AVERAGE))
                .isCloseTo((16 * 4 + 20 * 8 + 25 * 6) / 61.0, within(1e-12));
        assertThat(third(Figure.LOWEST)).isEqualTo(4);
        assertThat(third(Figure.HIGHEST)).isEqualTo(8);
        assertThat(third(Figure.RATE)).isEqualTo(3e-4);
        assertThat(third(Figure.NORM)).isEqualTo(1.5);
        assertThat(third(Figure.SPEED)).isEqualTo(2940);
    }

    @Test
    void writesFiguresWithAPointInEveryLanguageAndShowsThemInTheWindows() {
        train("a", 10, 10);
        Texts.speak(Locale.GERMAN);
        StepTable table = StepTable.of(model, Figure.RATE, StepSpacing.TENTHS);
        assertThat(table.asCsv().lines())
                .hasSize(11)
                .startsWith("step,tokens,random,\"linear, seed 2\"", "1,2048,0.00100000,");
        assertThat(table.asText(table.rows().subList(9, 10)).lines())
                .containsExactly("step\ttokens\trandom\tlinear, seed 2", "10\t20480\t0.00100000\t");
        assertThat(Figure.RATE.words(3e-4)).isEqualTo("0,000300");
        assertThat(Figure.SPEED.words(2940.4)).isEqualTo("2.940");
        assertThat(Figure.NORM.words(Double.NaN)).isEqualTo("–");
    }

    @Test
    void looksUpTheRowsOfALongRunInLessThanATenthOfASecond() {
        train("a", 100_000, 100_000);
        var times = new ArrayList<Long>();
        for (int turn = 0; turn < 10; turn++) {
            long before = System.nanoTime();
            StepTable table = StepTable.of(model, Figure.AVERAGE, StepSpacing.HUNDREDTHS);
            times.add((System.nanoTime() - before) / 1_000_000);
            assertThat(table.rows()).hasSize(100);
        }
        times.sort(null);
        assertThat(times.get(5)).as("median of %s ms", times).isLessThan(100);
    }

    private double third(Figure figure) {
        return StepTable.of(model, figure, StepSpacing.TENTHS)
                .rows()
                .getLast()
                .figures()
                .getFirst();
    }

    private static StepTable.Row row(long step, double first, double second) {
        return new StepTable.Row(step, 2048 * step, List.of(first, second));
    }

    private static List<Long> steps(StepTable table) {
        return table.rows().stream().map(StepTable.Row::step).toList();
    }

    /// Some of the planned steps, their losses falling from 9 by a hundredth a step.
    private void train(String run, int planned, int until) {
        var events = new ArrayList<RunEvent>();
        events.add(new RunEvent.Started(Instant.EPOCH, 0, planned, "cpu", 1, 1, false));
        for (int step = 1; step <= until; step++) {
            events.add(LossChartTest.step(step, 9 - step / 100.0));
        }
        model.offer(run, events);
        model.drain();
    }
}
