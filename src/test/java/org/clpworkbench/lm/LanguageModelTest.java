package org.clpworkbench.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

class LanguageModelTest {
    @TempDir static Path shared;
    static EmbeddedDemo demo;

    @TempDir Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        demo = EmbeddedDemo.unpack(shared);
    }

    private LanguageModel tiny(boolean tied, Precision precision) throws IOException {
        return LanguageModel.open(
                TinyGpt2.write(folder.resolve(tied + "-" + precision), demo, tied),
                Device.cpu(),
                precision);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lossIsTheCrossEntropyOfItsLogits(boolean tied) throws IOException {
        int[] ids = {5, 4000, 8191, 17, 300};
        int[] next = {4000, 8191, 17, 300, 2};
        try (var model = tiny(tied, Precision.FLOAT32)) {
            float[] logits = model.logits(ids);
            double expected = 0;
            for (int row = 0; row < ids.length; row++) {
                double sum = 0;
                for (int id = 0; id < TinyGpt2.VOCABULARY; id++) {
                    sum += Math.exp(logits[row * TinyGpt2.VOCABULARY + id]);
                }
                expected += Math.log(sum) - logits[row * TinyGpt2.VOCABULARY + next[row]];
            }

            double loss = NextTokenLoss.sum(model, wide(ids), wide(next), 1);

            assertThat(loss).isCloseTo(expected, within(1e-3));
        }
    }

    @Test
    void aTokenSeesNothingOfWhatFollowsIt() throws IOException {
        try (var model = tiny(true, Precision.FLOAT32)) {
            float[] shorter = model.logits(new int[] {5, 6, 7});
            float[] longer = model.logits(new int[] {5, 6, 7, 8000});

            for (int i = 0; i < shorter.length; i++) {
                assertThat(longer[i]).isCloseTo(shorter[i], within(1e-5f));
            }
        }
    }

    @Test
    void bfloat16StaysCloseToFloat32() throws IOException {
        long[] ids = wide(new int[] {5, 4000, 8191, 17});
        try (var exact = tiny(true, Precision.FLOAT32);
                var mixed = tiny(true, Precision.BFLOAT16)) {
            double expected = NextTokenLoss.sum(exact, ids, ids, 1);

            // bfloat16 has 8 significant bits: products are off by about 2^-8 of themselves
            assertThat(NextTokenLoss.sum(mixed, ids, ids, 1))
                    .isCloseTo(expected, within(expected / 64));
        }
    }

    @Test
    void roundedProductsEqualThoseOfTheProcessorsOwnBfloat16() throws IOException {
        long[] ids = wide(new int[] {5, 4000, 8191, 17});
        Path model = TinyGpt2.write(folder.resolve("rounded"), demo, true);
        try (var exact = LanguageModel.open(model, Device.cpu(), Products.FLOAT32);
                var own = LanguageModel.open(model, Device.cpu(), Products.BFLOAT16);
                var rounded =
                        LanguageModel.open(model, Device.cpu(), Products.ROUNDED_TO_BFLOAT16)) {
            double expected = NextTokenLoss.sum(own, ids, ids, 1);

            assertThat(NextTokenLoss.sum(rounded, ids, ids, 1))
                    .isCloseTo(expected, within(expected / 512))
                    .isNotEqualTo(NextTokenLoss.sum(exact, ids, ids, 1));
        }
    }

    @Test
    void generationIsGreedyAtTemperatureZeroAndSeededOtherwise() throws IOException {
        try (var model = tiny(true, Precision.FLOAT32)) {
            var generator = new Generator(model);
            int[] prompt = {5, 6};
            int[] greedy = generator.continuation(prompt, 40, Sampling.greedy());

            assertThat(greedy).hasSize(42).startsWith(5, 6);
            float[] logits = model.logits(Arrays.copyOf(greedy, 2));
            float chosen = logits[TinyGpt2.VOCABULARY + greedy[2]];
            for (int id = 0; id < TinyGpt2.VOCABULARY; id++) {
                assertThat(logits[TinyGpt2.VOCABULARY + id]).isLessThanOrEqualTo(chosen);
            }
            var sampling = new Sampling(1, 50, 1, 3);
            assertThat(generator.continuation(prompt, 8, sampling))
                    .isEqualTo(generator.continuation(prompt, 8, sampling))
                    .isNotEqualTo(generator.continuation(prompt, 8, new Sampling(1, 50, 1, 4)));
        }
    }

    @Test
    void refusesIdsAndLengthsOutsideTheModel() throws IOException {
        try (var model = tiny(true, Precision.FLOAT32)) {
            assertThatThrownBy(() -> model.logits(new int[] {8192}))
                    .hasMessage("Token id 8192 is outside the vocabulary of 8192.");
            assertThatThrownBy(() -> model.logits(new int[TinyGpt2.CONTEXT + 1]))
                    .hasMessage("The model takes 1 to 32 tokens at a time, not 33.");
        }
    }

    @Test
    void refusesAnArchitectureThatIsNoneOfThese() {
        ObjectNode falcon =
                new JsonMapper()
                        .createObjectNode()
                        .put("model_type", "falcon")
                        .put("vocab_size", 8)
                        .put("hidden_size", 4)
                        .put("num_hidden_layers", 1)
                        .put("num_attention_heads", 1)
                        .put("max_position_embeddings", 16);

        assertThatThrownBy(() -> Architecture.of(new ModelConfig(falcon)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("\"falcon\" cannot be run or trained, only gpt2, bloom");
    }

    @Test
    void refusesHeadsThatDoNotGoTogether() {
        for (int keyValueHeads : new int[] {0, 3}) {
            ObjectNode llama =
                    new JsonMapper()
                            .createObjectNode()
                            .put("model_type", "llama")
                            .put("vocab_size", 8)
                            .put("hidden_size", 8)
                            .put("num_hidden_layers", 1)
                            .put("num_attention_heads", 4)
                            .put("num_key_value_heads", keyValueHeads);

            assertThatThrownBy(() -> Architecture.of(new ModelConfig(llama)))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("4 heads of queries, " + keyValueHeads);
        }
    }

    private static long[] wide(int[] ids) {
        return Arrays.stream(ids).asLongStream().toArray();
    }
}
