package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.Device;

import org.clpworkbench.gpu.Gpu;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.gpu.GpuSupport.State;
import org.clpworkbench.problem.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class DevicesTest {
    private static final Gpu GPU = new Gpu(0, "RTX 4090", 24L << 30, 20L << 30, 8.9);

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:", "cuda:x", "cuda:-1", "cpu ", "cuda:0000"})
    void refusesOtherWords(String name) {
        assertThatThrownBy(() -> Devices.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be auto, cpu, cuda:N or mps");
    }

    @Test
    void aDeviceThatIsNotThereSaysWhatItLacks() {
        assumeFalse(GpuSupport.look().ready(), "there is a GPU here");

        assertThat(Devices.parse("auto")).isEqualTo(Device.cpu());
        assertThatThrownBy(() -> Devices.parse("cuda:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no cuda:3 to compute on. ")
                .hasMessageContaining(GpuSupport.look().sentence().inEnglish())
                .hasMessageEndingWith("Or use --device cpu.");
    }

    @Test
    void whatIsMissingIsKnownBeforeTheEngineStarts() {
        assumeFalse(GpuSupport.look().ready(), "there is a GPU here");

        Devices.require("cpu");
        Devices.require("auto");
        assertThatThrownBy(() -> Devices.require("cuda:3"))
                .hasMessageStartingWith("There is no cuda:3 to compute on. ");
    }

    @Test
    void anAppleGpuIsOnlyInAnAppleProcessor() {
        assumeFalse(Devices.isAppleSilicon(), "this is an Apple processor");

        assertThatThrownBy(() -> Devices.parse("mps"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no mps here");
        assertThat(Devices.choices()).doesNotContain("mps").startsWith("auto", "cpu");
    }

    @Test
    void whatIsMissingComesWithTheCommandThatHelps() {
        Sentence unfetched = Sentence.of(GpuSupport.class, "gpu.runtime", "RTX 4090");
        var support = new GpuSupport(State.NO_RUNTIME, List.of(GPU), unfetched);

        assertThat(Devices.missing("cuda:0", List.of(), support).inEnglish())
                .isEqualTo(
                        "There is no cuda:0 to compute on. RTX 4090: the CUDA runtime has not been"
                                + " fetched yet. Fetch it with"
                                + " \"clp-workbench devices fetch-cuda\". Or use --device cpu.");
        Sentence computes = Sentence.of(GpuSupport.class, "gpu.ready", "RTX 4090");
        var ready = new GpuSupport(State.READY, List.of(GPU), computes);
        assertThat(Devices.missing("cuda:1", List.of(GPU), ready).inEnglish())
                .contains("The GPUs are cuda:0 to cuda:0.");
    }

    @Test
    void onlyTheCpuIsWaitedForAnyway() {
        assertThat(Devices.computesBeside(Device.cpu())).isFalse();
        assertThat(Devices.computesBeside(Device.gpu(0))).isTrue();
        assertThat(Devices.computesBeside(Device.of("mps", -1))).isTrue();
        assertThat(Devices.name(Device.gpu(1))).isEqualTo("cuda:1");
        assertThat(Devices.name(Device.of("mps", -1))).isEqualTo("mps");
        assertThat(Devices.name(Device.cpu())).isEqualTo("cpu");
    }
}
