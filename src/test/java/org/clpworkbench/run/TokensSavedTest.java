package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.training.RunEvent.Evaluated;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class TokensSavedTest {
    private static Evaluated at(long tokens, double loss) {
        return new Evaluated(Instant.EPOCH, 0, tokens, loss, 0);
    }

    @Test
    void interpolatesBetweenEvaluations() {
        var baseline = List.of(at(0, 9), at(1000, 6));
        var run = List.of(at(0, 8), at(100, 7), at(300, 5));

        // the run meets 6.0 half way between 100 and 300 tokens, at 200 of the baseline's 1,000
        assertThat(TokensSaved.of(run, baseline)).hasValue(1 - 200.0 / 1000);
    }

    @Test
    void savesAllWhenTheStartIsGoodEnough() {
        assertThat(TokensSaved.of(List.of(at(0, 5)), List.of(at(0, 9), at(1000, 6)))).hasValue(1);
    }

    @Test
    void isEmptyWhenTheBaselinesLossIsNotReached() {
        assertThat(TokensSaved.of(List.of(at(0, 8), at(500, 7)), List.of(at(1000, 6)))).isEmpty();
        assertThat(TokensSaved.of(List.of(at(0, 8)), List.of())).isEmpty();
    }
}
