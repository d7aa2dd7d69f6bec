package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class SeedGroupTest {
    @TempDir private Path folder;

    private String group(String model, String method, long seed, int steps) throws IOException {
        TrainingSpec like = MadeUpRuns.spec("a run", folder, steps, seed);
        var spec =
                new TrainingSpec(
                        like.name(),
                        folder.resolve(model),
                        like.text(),
                        like.validation(),
                        steps,
                        like.batch(),
                        like.context(),
                        like.optimisation(),
                        like.trainable(),
                        like.seed(),
                        like.execution(),
                        like.rhythm());
        return SeedGroup.of(RunFolder.create(folder.resolve("runs"), spec, method));
    }

    @Test
    void runsThatDifferInTheirSeedAloneBelongTogether() throws IOException {
        assertThat(group("en_de_linear_1", "linear", 1, 10))
                .isEqualTo(group("en_de_linear_2", "linear", 2, 10));
        // the second name was taken
        assertThat(group("en_de_linear_1", "linear", 1, 10))
                .isEqualTo(group("en_de_linear_2_2", "linear", 2, 10));
        assertThat(group("my-model", "", 1, 10)).isEqualTo(group("my-model", "", 2, 10));
    }

    @Test
    void anotherModelMethodOrLengthIsAnotherGroup() throws IOException {
        String group = group("en_de_linear_1", "linear", 1, 10);
        assertThat(group("en_de_clp_1", "clp", 1, 10)).isNotEqualTo(group);
        assertThat(group("en_es_linear_1", "linear", 1, 10)).isNotEqualTo(group);
        assertThat(group("en_de_linear_1", "linear", 1, 20)).isNotEqualTo(group);
        // a model of one's own may end with any number
        assertThat(group("gpt_1", "", 1, 10)).isNotEqualTo(group("gpt_2", "", 2, 10));
    }
}
