package org.clpworkbench.lm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.OptionalLong;

class MemoryFitTest {
    private static final ModelMemory MODEL =
            new ModelMemory(100, OptionalLong.of(2000), OptionalLong.of(900));

    @ParameterizedTest
    @CsvSource({
        "99, NOTHING",
        "100, TRANSFER",
        "899, TRANSFER",
        "900, RECOMPUTED",
        "1999, RECOMPUTED",
        "2000, ALL"
    })
    void saysWhatTheProcessorsMemoryIsEnoughFor(long free, MemoryFit fit) {
        assertThat(MemoryFit.of(MODEL, new FreeMemory(free, OptionalLong.empty()))).isEqualTo(fit);
    }

    /// A transfer happens beside it.
    @ParameterizedTest
    @CsvSource({"99, 5000, NOTHING", "100, 899, TRANSFER", "100, 2000, ALL", "5000, 899, TRANSFER"})
    void aTrainingIsHeldAgainstTheGpuThatItTakes(long free, long gpu, MemoryFit fit) {
        var memory = new FreeMemory(free, OptionalLong.of(gpu));
        assertThat(MemoryFit.of(MODEL, memory)).isEqualTo(fit);
    }

    @Test
    void knowsFamiliesThatCannotBeTrained() {
        var untrainable = new ModelMemory(100, OptionalLong.empty(), OptionalLong.empty());
        assertThat(MemoryFit.of(untrainable, new FreeMemory(5000, OptionalLong.empty())))
                .isEqualTo(MemoryFit.NEVER_TRAINED);
    }
}
