package org.clpworkbench.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class SamplingTest {
    /// Logits whose softmax is 0.5, 0.3, 0.15 and 0.05, not in that order.
    private static final float[] LOGITS = {
        (float) Math.log(0.15), (float) Math.log(0.5), (float) Math.log(0.05), (float) Math.log(0.3)
    };

    private static double[] shares(Sampling sampling) {
        var random = new SplittableRandom(1);
        int draws = 40_000;
        double[] shares = new double[LOGITS.length];
        for (int i = 0; i < draws; i++) {
            shares[sampling.draw(LOGITS, random)] += 1.0 / draws;
        }
        return shares;
    }

    @Test
    void drawsAsOftenAsTheSoftmaxSays() {
        assertThat(shares(new Sampling(1, 9, 1, 0)))
                .containsExactly(new double[] {0.15, 0.5, 0.05, 0.3}, within(0.01));
    }

    @Test
    void topKLeavesTheOthersOut() {
        assertThat(shares(new Sampling(1, 2, 1, 0)))
                .containsExactly(new double[] {0, 0.625, 0, 0.375}, within(0.01));
    }

    @Test
    void topPTakesTheFewestThatReachIt() {
        // 0.5 + 0.3 falls short of 0.81, with 0.15 it is reached
        assertThat(shares(new Sampling(1, 9, 0.81, 0)))
                .containsExactly(
                        new double[] {0.15 / 0.95, 0.5 / 0.95, 0, 0.3 / 0.95}, within(0.01));
    }

    @Test
    void aLowTemperatureSharpens() {
        // squares of the probabilities, over their sum 0.365
        assertThat(shares(new Sampling(0.5, 9, 1, 0)))
                .containsExactly(
                        Arrays.stream(new double[] {0.15, 0.5, 0.05, 0.3})
                                .map(p -> p * p / 0.365)
                                .toArray(),
                        within(0.01));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> new Sampling(1, 5, 0, 0))
                .hasMessage("top-p must be above 0 and at most 1, not 0.0.");
        assertThatThrownBy(() -> new Sampling(-1, 5, 1, 0)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> new Sampling(1, 0, 1, 0)).hasMessageContaining("top-k");
    }
}
