package org.clpworkbench.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;

import oshi.SystemInfo;

/// The devices that this process can compute on. Asking for one starts the engine, offline and
/// without telemetry.
public final class Devices {
    static {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    private Devices() {}

    /// Starts the engine in the background: its libraries take about as long to load as the models'
    /// files to read.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("clp-engine").start(Engine::getInstance);
    }

    /// The device for `auto` (the first GPU when this process can use one, else the CPU), `cpu` or
    /// `cuda:N`.
    ///
    /// @throws IllegalArgumentException for another word, or a GPU that is not there
    public static Device parse(String name) {
        int gpus = Engine.getInstance().getGpuCount();
        if (name.equals("cpu") || (name.equals("auto") && gpus == 0)) {
            return Device.cpu();
        }
        if (name.equals("auto")) {
            return Device.gpu(0);
        }
        if (!name.matches("cuda(:\\d{1,3})?")) {
            throw new IllegalArgumentException(
                    "The device must be auto, cpu or cuda:N, not \"" + name + "\".");
        }
        int number = name.equals("cuda") ? 0 : Integer.parseInt(name.substring("cuda:".length()));
        if (number >= gpus) {
            throw new IllegalArgumentException(
                    "There is no %s: this process sees %d GPUs. Use --device cpu, or install the driver and a CUDA build of libtorch."
                            .formatted(name, gpus));
        }
        return Device.gpu(number);
    }

    /// Bytes of memory that are free for this process to take.
    public static long freeMemory(Device device) {
        if (device.isGpu()) {
            var usage = CudaUtils.getGpuMemory(device);
            return usage.getMax() - usage.getCommitted();
        }
        return new SystemInfo().getHardware().getMemory().getAvailable();
    }

    /// `cpu` or `cuda:N`.
    public static String name(Device device) {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }
}
