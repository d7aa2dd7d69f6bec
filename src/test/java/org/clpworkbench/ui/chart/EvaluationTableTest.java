package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class EvaluationTableTest {
    private final LossChartModel model = new LossChartModel();

    @Test
    void hasARowForEveryStepWhereAnyRunWasEvaluated() {
        show();
        EvaluationTable table = EvaluationTable.of(model);
        assertThat(table.rows()).extracting(EvaluationTable.Row::step).containsExactly(0L, 5L, 10L);
        assertThat(table.rows().get(1).losses()).containsExactly(8.5, Double.NaN);
        assertThat(table.rows().get(2).tokens()).isEqualTo(10 * 2048);
    }

    @Test
    void saysHowFarEachRunIsFromTheBaseline() {
        show();
        EvaluationTable table = EvaluationTable.of(model);
        double last = table.difference(table.rows().getLast(), 1);
        assertThat(last).isCloseTo(-0.75, within(1e-12));
        assertThat(EvaluationTable.signed(last)).isEqualTo("−0.750");
        assertThat(EvaluationTable.signed(0.31)).isEqualTo("+0.310");
        assertThat(EvaluationTable.signed(table.difference(table.rows().get(1), 1))).isEqualTo("–");
    }

    @Test
    void writesCsvThatQuotesNamesWithCommas() {
        show();
        assertThat(EvaluationTable.of(model).asCsv()).endsWith(",-0.750000\r\n");
        assertThat(EvaluationTable.of(model).asCsv().lines())
                .containsExactly(
                        "step,tokens,random,\"linear, seed 2\",\"linear, seed 2 - random\"",
                        "0,0,9.000000,7.500000,-1.500000",
                        "5,10240,8.500000,,",
                        "10,20480,8.000000,7.250000,-0.750000");
    }

    @Test
    void withoutABaselineThereAreNoDifferences() {
        show();
        model.baseline().set("");
        assertThat(EvaluationTable.of(model).asCsv().lines().findFirst())
                .contains("step,tokens,random,\"linear, seed 2\"");
    }

    private void show() {
        model.show(List.of(new ChartRun("a", "random", 0), new ChartRun("b", "linear, seed 2", 1)));
        model.baseline().set("a");
        model.offer(
                "a",
                List.of(
                        LossChartTest.evaluated(0, 9),
                        LossChartTest.evaluated(5, 8.5),
                        LossChartTest.evaluated(10, 8)));
        model.offer(
                "b", List.of(LossChartTest.evaluated(0, 7.5), LossChartTest.evaluated(10, 7.25)));
        model.drain();
    }
}
