package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

class RaceSpecTest {
    // 8 × 256 tokens a step, evaluated nine times, forward passes at a third of a step's cost:
    // 200 steps train 409,600 tokens and evaluate on the usual 16,384, 458,752 in all; 80 steps
    // train 163,840, and evaluations may cost a quarter of that, 9 × 13,653 / 3 = 40,959;
    // 8 steps train 16,384 and evaluate on the least, 9 × 2,048 / 3 = 6,144
    @ParameterizedTest
    @CsvSource({"200, 458752", "80, 204799", "8, 22528"})
    void aShortRaceIsEvaluatedOnFewerTokens(int steps, long cost) {
        var race =
                new RaceSpec(
                        List.of(new Start.Folder(Path.of("start"))),
                        DataSet.of(Path.of("train.txt"), Path.of("valid.txt")),
                        steps,
                        8,
                        256,
                        TrainingSpec.Optimisation.standard(steps),
                        Trainable.ALL,
                        0,
                        new Execution(Precision.FLOAT32, "cpu"),
                        TrainingSpec.Rhythm.standard(steps));

        assertThat(race.cost()).isEqualTo(cost);
    }
}
