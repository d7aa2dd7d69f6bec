package org.clpworkbench.compute;

import org.clpworkbench.gpu.Gpu;
import org.clpworkbench.gpu.GpuSupport;

import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;

import java.util.ArrayList;
import java.util.List;

/// A device of this machine, whether or not it can be computed on yet.
///
/// @param device as `--device` takes it
/// @param name as sold
/// @param memory bytes in all; an Apple GPU shares the processor's
/// @param free bytes that nobody has taken
/// @param usable whether this program can compute on it
public record DeviceSummary(String device, String name, long memory, long free, boolean usable) {
    /// The processor and the GPUs.
    public static List<DeviceSummary> of(GpuSupport support) {
        HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
        String processor = hardware.getProcessor().getProcessorIdentifier().getName().strip();
        long memory = hardware.getMemory().getTotal();
        long free = hardware.getMemory().getAvailable();
        var all = new ArrayList<DeviceSummary>();
        all.add(new DeviceSummary("cpu", processor, memory, free, true));
        if (Devices.isAppleSilicon()) {
            all.add(new DeviceSummary("mps", processor + " GPU", memory, free, true));
        }
        for (Gpu gpu : support.gpus()) {
            all.add(
                    new DeviceSummary(
                            "cuda:" + gpu.index(),
                            gpu.name(),
                            gpu.memory(),
                            gpu.free(),
                            support.ready()));
        }
        return all;
    }
}
