package org.clpworkbench.helper;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.TextSample;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.RaceMemory;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.bpe.BpeFiles;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.clpworkbench.vocab.bpe.BpeTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class SensibleTest {
    private static final Path SPANISH =
            Path.of("src/test/resources/org/clpworkbench/helper/spanish.txt");

    @TempDir Path folder;

    private static int vocabulary(long bytes) {
        return Sensible.vocabulary(new TextSample("", bytes));
    }

    /// 3.2 MB / 200 = 16,000.
    @Test
    void givesEachTokenOfTheVocabularyTwoHundredBytes() {
        assertThat(vocabulary(3_200_000)).isEqualTo(16_000);
        assertThat(vocabulary(1_100_000)).isEqualTo(5000);
        assertThat(vocabulary(10_000)).isEqualTo(1000);
        assertThat(vocabulary(80_000_000_000L)).isEqualTo(16_000);
    }

    @Test
    void readsASmallTextSixteenTimesAndOfALargeOneTwentyTokensAParameter() {
        // 1 MB at 4 bytes: 250,000 tokens, 16 times 4,000,000, in steps of 2,000: 2,000
        assertThat(Sensible.steps(5_000_000, new TextMeasure(1_000_000, 4), 2000)).isEqualTo(2000);
        // 16 · 750,000 / 2,048 = 5,859
        assertThat(Sensible.steps(5_000_000, new TextMeasure(3_000_000, 4), 2048)).isEqualTo(5900);
        // 20 · 5,000,000 / 2,048 = 48,828
        assertThat(Sensible.steps(5_000_000, new TextMeasure(4_000_000_000L, 4), 2048))
                .isEqualTo(49_000);
        assertThat(Sensible.steps(5_000_000, new TextMeasure(100, 4), 2048)).isEqualTo(100);
    }

    /// The text is shorter than what is read of a long one: all of it is measured.
    @Test
    void measuresTokensWithATokenizerOfTheText() throws IOException {
        var sample =
                TextSample.of(
                        List.of(SPANISH.toString()),
                        DataChoices.everything(),
                        TextMeasure.SAMPLE_CHARACTERS,
                        Progress.unwatched());
        assertThat(sample.bytes()).isEqualTo(Files.size(SPANISH));

        var measure = TextMeasure.of(sample, BpeSpec.gpt2(2000), Progress.unwatched());

        BpeFiles.write(
                folder,
                BpeTrainer.train(List.of(SPANISH), BpeSpec.gpt2(2000), Progress.unwatched()));
        try (var tokenizer = ModelTokenizer.open(folder)) {
            int tokens = tokenizer.encode(Files.readString(SPANISH)).length;
            assertThat(Math.round(measure.tokens())).isEqualTo(tokens);
        }
    }

    /// Weights, gradients and two moments are four float32 for each parameter.
    @Test
    void estimatesTheMemoryOfAStep() throws IOException {
        var spec =
                new HelperSpec(
                        new DataSet(
                                List.of("text.txt"), Optional.empty(), DataChoices.everything()),
                        true,
                        BpeSpec.gpt2(16_000),
                        new HelperSize(8, 512),
                        folder.resolve("model"),
                        new HelperSpec.Training(
                                100,
                                8,
                                256,
                                Optimisation.standard(100),
                                1,
                                new Execution(Precision.FLOAT32, "cpu"),
                                Rhythm.standard(100)));
        RaceMemory memory = spec.memory();
        long parameters = spec.parameters();
        assertThat(parameters).isEqualTo(new HelperSize(8, 512).parameters(16_000, 256));
        assertThat(memory.recomputed()).isGreaterThan(16 * parameters);
        assertThat(memory.kept()).isGreaterThan(memory.recomputed());
        // 100 steps of 2,048 tokens, and 1 + ⌈100 / 12⌉ evaluations of 16,384 at a third
        assertThat(spec.training().cost()).isEqualTo(204_800 + 10 * 16_384 / 3);
    }
}
