package org.clpworkbench.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.lm.Architecture;
import org.clpworkbench.lm.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

class HelperSizeTest {
    /// GPT-2 (Radford et al. 2019) as released: 124,439,808 parameters.
    @Test
    void countsGpt2sParameters() {
        var gpt2 = new HelperSize(12, 768);
        assertThat(gpt2.parameters(50_257, 1024)).isEqualTo(124_439_808);
        assertThat(gpt2.heads()).isEqualTo(12);
        // GPT-2 medium
        assertThat(new HelperSize(24, 1024).parameters(50_257, 1024)).isEqualTo(354_823_168);
    }

    @ParameterizedTest
    @CsvSource({
        "5M, 5e6, 8192, 256", "5M, 5e6, 16000, 256", "20M, 20e6, 16000, 512",
        "20M, 20e6, 50000, 256", "100M, 100e6, 32000, 512", "100M, 100e6, 50000, 1024",
        "350M, 350e6, 50257, 1024"
    })
    void comesNearTheNamedSizeWithAModelThatCanBeMade(
            String name, double wanted, int vocabulary, int context) throws IOException {
        var size = HelperSize.near(name, vocabulary, context);
        long parameters = size.parameters(vocabulary, context);
        assertThat((double) parameters).isCloseTo(wanted, within(0.05 * wanted));
        assertThat(size.layers()).isGreaterThan(1);
        assertThat(size.width() % size.heads()).isZero();
        var config = new ModelConfig(UntrainedModel.config(vocabulary, size, context));
        assertThat(
                        Architecture.of(config).parameters().all().stream()
                                .mapToLong(Parameter::elements)
                                .sum())
                .isEqualTo(parameters);
    }

    /// 50,000 tokens at width 64 are 3.2 million numbers; 100,000 are 6.4 million.
    @Test
    void refusesAVocabularyThatIsLargerThanTheModel() {
        assertThatThrownBy(() -> HelperSize.near("5M", 100_000, 256))
                .hasMessageContaining("100,000 tokens takes more than 5M parameters by itself");
        assertThatThrownBy(() -> HelperSize.near("small", 8192, 256))
                .hasMessageContaining("such as 5M, 20M, 100M, not small");
        assertThatThrownBy(() -> new HelperSize(0, 64)).hasMessageContaining("at least 1 layer");
        assertThatThrownBy(() -> new HelperSize(2, 100)).hasMessageContaining("multiple of 32");
    }
}
