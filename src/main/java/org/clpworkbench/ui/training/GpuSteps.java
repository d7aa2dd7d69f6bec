package org.clpworkbench.ui.training;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.compute.GpuCheck;
import org.clpworkbench.gpu.CudaFetch;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.job.Job;

import java.util.List;
import java.util.function.Supplier;

/// What the way to computing on a GPU is made of. None of it is quick.
///
/// @param look what there is and what is missing
/// @param choices names of devices that can be chosen
/// @param plan what there is to fetch
/// @param check has the GPUs compute; its value is what was checked
record GpuSteps(
        Supplier<GpuSupport> look,
        Supplier<List<String>> choices,
        Job<CudaFetch> plan,
        Job<String> check) {
    static GpuSteps ofThisMachine() {
        return new GpuSteps(
                GpuSupport::look,
                Devices::choices,
                CudaFetch::plan,
                progress -> {
                    GpuCheck.inChild(progress);
                    return "";
                });
    }
}
