package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.race.TwoSeeds;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
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
        double last = table.rows().getLast().differences().get(1);
        assertThat(last).isCloseTo(-0.75, within(1e-12));
        assertThat(EvaluationTable.signed(last)).isEqualTo("−0.750");
        assertThat(EvaluationTable.signed(0.31)).isEqualTo("+0.310");
        assertThat(EvaluationTable.signed(table.rows().get(1).differences().get(1))).isEqualTo("–");
    }

    @Test
    void writesCsvThatQuotesNamesWithCommas() {
        show();
        assertThat(EvaluationTable.of(model).asCsv()).endsWith(",-0.750000,1.000000\r\n");
        assertThat(EvaluationTable.of(model).asCsv().lines())
                .containsExactly(
                        "step,tokens,random,\"linear, seed 2\",\"linear, seed 2 - random\","
                                + "\"linear, seed 2: tokens saved\"",
                        "0,0,9.000000,7.500000,-1.500000,",
                        "5,10240,8.500000,,,1.000000",
                        "10,20480,8.000000,7.250000,-0.750000,1.000000");
    }

    @Test
    void withoutABaselineThereAreNoDifferences() {
        show();
        model.baseline().set("");
        assertThat(EvaluationTable.of(model).asCsv().lines().findFirst())
                .contains("step,tokens,random,\"linear, seed 2\"");
    }

    @Test
    void saysHowManyOfTheBaselinesTokensWereSavedUntilEachOfItsEvaluations() {
        model.show(List.of(new ChartRun("a", "random", 0), new ChartRun("b", "linear", 1)));
        model.baseline().set("a");
        for (int step = 0; step <= 40; step += 10) {
            // the baseline goes from 9 down to 5; the other begins at 8 and goes down to 6
            model.offer("a", List.of(LossChartTest.evaluated(step, 9 - step / 10.0)));
            model.offer("b", List.of(LossChartTest.evaluated(step, 8 - step / 20.0)));
        }
        model.drain();
        EvaluationTable table = EvaluationTable.of(model);
        List<Double> linear = table.rows().stream().map(row -> row.saved().get(1)).toList();
        // 8 at the start of it; 7 after 20 of 20 steps; 6 after 40 of 30 steps; 5 never
        assertThat(linear.get(0)).isNaN();
        assertThat(linear.get(1)).isEqualTo(1);
        assertThat(linear.get(2)).isZero();
        assertThat(linear.get(3)).isCloseTo(-1 / 3.0, within(1e-12));
        assertThat(linear.get(4)).isNaN();
        assertThat(table.rows().get(3).saved().get(0)).isNaN();
        assertThat(EvaluationTable.fewer(linear.get(1))).isEqualTo("−100\u202f%");
        assertThat(EvaluationTable.fewer(linear.get(3))).isEqualTo("+33\u202f%");
        assertThat(EvaluationTable.fewer(linear.get(4))).isEqualTo("–");
    }

    @Test
    void eachRunIsHeldAgainstTheBaselineOfItsSeedInTheFileToo(@TempDir Path folder)
            throws IOException {
        showTwoSeeds(folder);
        // 1 − 10 / 40 of the second seed, which is 1 − 30 / 40 against the first one's baseline
        assertThat(EvaluationTable.of(model).asCsv().lines())
                .startsWith(
                        "step,tokens,\"random, seed 1\",\"linear, seed 1\","
                                + "\"linear, seed 1 - random, seed 1\","
                                + "\"linear, seed 1: tokens saved against random, seed 1\","
                                + "\"random, seed 2\",\"linear, seed 2\","
                                + "\"linear, seed 2 - random, seed 2\","
                                + "\"linear, seed 2: tokens saved against random, seed 2\"")
                .endsWith(
                        "40,81920,5.000000,4.000000,-1.000000,0.250000,"
                                + "7.000000,4.000000,-3.000000,0.750000");
    }

    @Test
    void aMeanSavesWhatItsSeedsSaveInTheMean(@TempDir Path folder) throws IOException {
        showTwoSeeds(folder);
        model.seedsTogether().set(true);
        model.toggle(model.curves().get(1).run().group());
        EvaluationTable table = EvaluationTable.of(model);
        assertThat(table.runs())
                .extracting(ChartRun::label)
                .containsExactly("random ×2", "linear ×2", "linear, seed 1", "linear, seed 2");
        EvaluationTable.Row last = table.rows().getLast();
        assertThat(last.saved()).containsExactly(Double.NaN, 0.5, 0.25, TwoSeeds.SAVED);
        // 4 − (5 + 7) / 2, 4 − 5 and 4 − 7
        assertThat(last.differences()).containsExactly(Double.NaN, -2.0, -1.0, -3.0);
        assertThat(table.asCsv())
                .contains("linear ×2: tokens saved against random ×2, seed by seed");
    }

    private void showTwoSeeds(Path folder) throws IOException {
        TwoSeeds race = TwoSeeds.create(folder);
        try (var settings = new SettingsFile(folder.resolve("settings.json"))) {
            var names = new RunColours(settings).names(race.all());
            model.show(race.all().stream().map(names::of).toList());
        }
        model.baseline().set(ChartNames.id(race.random()));
        for (RunFolder run : race.all()) {
            model.offer(ChartNames.id(run), run.events());
        }
        model.drain();
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
