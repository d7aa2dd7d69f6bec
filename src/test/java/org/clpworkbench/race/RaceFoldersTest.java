package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// What the folders of a race's runs are called.
class RaceFoldersTest {
    private static final double RATE = 1e-3;

    @TempDir private Path folder;
    private RaceSpec race;

    @BeforeEach
    void unpack() throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        race =
                new RaceSpec(
                        List.of(new Start.Folder(demo.helper())),
                        DataSet.of(demo.training(), demo.validation()),
                        8,
                        2,
                        16,
                        TrainingSpec.Optimisation.standard(8),
                        Trainable.ALL,
                        0,
                        new Execution(Precision.FLOAT32, "cpu"),
                        TrainingSpec.Rhythm.standard(8));
    }

    /// Without the time.
    private List<String> names(long... seeds) throws IOException {
        List<RaceSpec> races =
                LongStream.of(seeds).mapToObj(seed -> race.with(seed, RATE)).toList();
        return Race.prepare(races, new Workspace(folder), Progress.unwatched()).stream()
                .map(RaceFoldersTest::name)
                .toList();
    }

    private static String name(RunFolder run) {
        String whole = String.valueOf(run.path().getFileName());
        return whole.substring(whole.indexOf('_') + 1);
    }

    @Test
    void tellTheSeedWhereThereAreSeveral() throws IOException {
        String start = race.starts().getFirst().name();
        assertThat(names(3, 1)).containsExactly(start + "-seed-3", start + "-seed-1");
    }

    @Test
    void doNotTellTheOnlySeed() throws IOException {
        assertThat(names(3)).containsExactly(race.starts().getFirst().name());
    }
}
