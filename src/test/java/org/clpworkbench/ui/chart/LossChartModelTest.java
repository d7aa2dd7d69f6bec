package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.settings.ChartChoices;
import org.junit.jupiter.api.Test;

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
}
