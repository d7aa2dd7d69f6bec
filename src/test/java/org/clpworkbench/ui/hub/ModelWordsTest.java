package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.ModelMemory;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class ModelWordsTest {
    private static final ModelMemory MODEL =
            new ModelMemory(
                    1_200_000_000,
                    OptionalLong.of(20_000_000_000L),
                    OptionalLong.of(9_000_000_000L));

    private static String words(long machine, OptionalLong gpu) {
        return new ModelWords().memory(MODEL, new FreeMemory(machine, gpu));
    }

    @Test
    void saysOfEachNeedWhetherItFits() {
        assertThat(words(1_000_000_000, OptionalLong.empty()))
                .contains("and only", "are free.", "it does not fit.")
                .doesNotContain("which fits", "GPU");
        assertThat(words(9_000_000_000L, OptionalLong.empty()))
                .contains("which does not fit; with gradient checkpointing", "which does.");
        assertThat(words(20_000_000_000L, OptionalLong.empty()))
                .contains("of memory that are free.", "which fits.")
                .doesNotContain("not fit", "GPU");
    }

    /// A transfer happens beside it.
    @Test
    void aTrainingIsComparedWithTheGpuThatItTakes() {
        assertThat(words(2_000_000_000, OptionalLong.of(24_000_000_000L)))
                .contains("of memory that are free.", "which fits.", "It computes on the GPU")
                .doesNotContain("not fit");
        assertThat(words(64_000_000_000L, OptionalLong.of(8_000_000_000L)))
                .contains("of memory that are free.", "it does not fit.");
    }
}
