package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.TinyGpt2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class SamplesTest {
    @TempDir private Path folder;

    @Test
    void tellTheWordsThatWereGivenFromThoseThatWereWritten() throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        var spec =
                new TrainingSpec(
                        "tiny",
                        TinyGpt2.write(folder.resolve("model"), demo, true),
                        demo.training(),
                        demo.validation(),
                        4,
                        4,
                        16,
                        TrainingSpec.Optimisation.standard(4),
                        Trainable.ALL,
                        5,
                        new Execution(Precision.FLOAT32, "cpu"),
                        TrainingSpec.Rhythm.standard(4));
        try (var loaded = LoadedRun.open(spec, folder.resolve("run"))) {
            RunEvent.Sample said = loaded.samples().at(2);

            assertThat(said.step()).isEqualTo(2);
            assertThat(said.prompt()).isNotBlank();
            assertThat(said.text()).startsWith(said.prompt());
            assertThat(said.text().length()).isGreaterThan(said.prompt().length());
            assertThat(loaded.samples().at(4).prompt()).isEqualTo(said.prompt());
        }
    }
}
