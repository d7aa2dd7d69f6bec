package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.ModelMemory;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class HubShowMemoryTest {
    private static final ModelMemory MODEL =
            new ModelMemory(
                    1_200_000_000,
                    OptionalLong.of(20_000_000_000L),
                    OptionalLong.of(9_000_000_000L));

    private static String words(long machine, OptionalLong gpu) {
        return HubShowCommand.memory(MODEL, new FreeMemory(machine, gpu));
    }

    @Test
    void saysOfEachNeedWhetherItFits() {
        assertThat(words(1_000_000_000, OptionalLong.empty()))
                .isEqualTo(
                        "memory, of 1.0 GB that are free: a transfer takes about 1.2 GB (does not"
                                + " fit), a training step about 20.0 GB (does not fit), 9.0 GB with"
                                + " gradient checkpointing (does not fit)");
        assertThat(words(9_000_000_000L, OptionalLong.empty()))
                .contains("1.2 GB (fits)", "20.0 GB (does not fit)", "checkpointing (fits)");
        assertThat(words(20_000_000_000L, OptionalLong.empty()))
                .contains("20.0 GB (fits)")
                .doesNotContain("does not fit", "GPU");
    }

    /// A transfer happens beside it.
    @Test
    void aTrainingIsComparedWithTheGpuThatItTakes() {
        assertThat(words(2_000_000_000, OptionalLong.of(24_000_000_000L)))
                .contains("1.2 GB (fits)", "20.0 GB (fits)", "of 24.0 GB that are free on the GPU");
        assertThat(words(64_000_000_000L, OptionalLong.of(8_000_000_000L)))
                .contains("20.0 GB (does not fit)", "checkpointing (does not fit)");
    }
}
