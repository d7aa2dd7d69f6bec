package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.settings.ChartChoices;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class LossChartModelTest {
    private final LossChartModel model = new LossChartModel();

    @Test
    void isLookedAtAsItWasLeft() {
        var choices = new ChartChoices("TOKENS", true, true, 100, true, true, true, false, true);
        model.choose(choices);
        assertThat(model.horizontal().get()).isEqualTo(Horizontal.TOKENS);
        assertThat(model.logarithmic().get()).isTrue();
        assertThat(model.window().get()).isEqualTo(100);
        assertThat(model.choices()).isEqualTo(choices);
    }

    @Test
    void isLookedAtOverStepsWhereTheAxisIsNotKnown() {
        model.choose(new ChartChoices("MOONS", false, false, 20, false, false, false, true, false));
        assertThat(model.choices()).isEqualTo(ChartChoices.FIRST);
    }

    @Test
    void theBandOfALongRunIsSomethingNewToPaintOnceItIsThere() throws Exception {
        int steps = 170_000;
        model.show(List.of(new ChartRun("a", "linear", 0)));
        for (int from = 1; from <= steps; from += 1000) {
            model.offer(
                    "a",
                    IntStream.range(from, from + 1000)
                            .mapToObj(step -> LossChartTest.step(step, 5 + step % 7))
                            .toList());
            model.drain();
        }
        ChartLook before = model.look();
        model.band().set(true);
        assertThat(model.look()).isEqualTo(before);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!model.drain()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
        assertThat(model.look()).isEqualTo(new ChartLook(before.window(), true));
        Curve curve = model.curves().getFirst();
        assertThat(curve.lowest().value(steps - 1)).isEqualTo(5);
        assertThat(curve.highest().value(steps - 1)).isEqualTo(11);
    }
}
