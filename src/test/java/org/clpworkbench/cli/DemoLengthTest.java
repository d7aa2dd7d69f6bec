package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoLengthTest {
    // 55 s a run, of which a fifth goes into evaluations: 44 s for the steps
    @ParameterizedTest
    @CsvSource({"0.1, 80", "0.55, 80", "0.6, 70", "1.0, 40", "1.2, 35", "60, 10"})
    void aSlowMachineTrainsFewerSteps(double stepSeconds, int steps) {
        assertThat(DemoLength.steps(stepSeconds)).isEqualTo(steps);
    }
}
