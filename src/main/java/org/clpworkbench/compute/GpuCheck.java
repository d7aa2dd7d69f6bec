package org.clpworkbench.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.clpworkbench.gpu.CudaRuntime;
import org.clpworkbench.gpu.Gpu;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.job.Progress;
import org.clpworkbench.job.Worker;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Has every GPU multiply two matrices and compares the products with the CPU's. What passes is
/// used from then on.
public final class GpuCheck {
    private static final int SIZE = 256;
    private static final long SEED = 0;

    /// Greatest deviation of a product of SIZE terms of a standard normal's size; bfloat16 has
    /// eight bits of precision.
    private static final double FLOAT32_TOLERANCE = 1e-3;

    private static final double BFLOAT16_TOLERANCE = 1.0;
    private static final int LOOK_MILLIS = 100;

    private GpuCheck() {}

    /// In a process of its own, since a broken runtime or driver can end the one that loads it.
    ///
    /// @throws IOException with what that process said last, when a GPU does not compute as it
    ///   should
    public static void inChild(Progress progress) throws IOException, InterruptedException {
        progress.stage("Checking the GPUs");
        Path log = Files.createTempFile("clp-gpu-check", ".log");
        try {
            var limits = new Worker.Limits(1, List.of(Devices.CPU_LIBTORCH));
            Process child = Worker.start(List.of("devices", "check"), log, limits);
            try {
                while (!child.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    progress.checkCancelled();
                }
            } finally {
                child.destroy();
            }
            if (child.exitValue() != 0) {
                throw new ToldException(
                        Sentence.of(GpuCheck.class, "check.failed", Worker.lastSentence(log)));
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /// In this process, whose engine must not have been started.
    ///
    /// @return the GPUs that were checked
    /// @throws IOException when there is none, libtorch cannot be loaded or a product is wrong
    public static List<Gpu> run() throws IOException {
        GpuSupport support = GpuSupport.look();
        switch (support.state()) {
            case UNCHECKED, READY -> CudaRuntime.use();
            default -> throw new ToldException(support.sentence());
        }
        try {
            if (!Engine.getInstance().hasCapability(StandardCapabilities.CUDA)) {
                throw new IOException(
                        "libtorch in %s sees no GPU. See that NVIDIA's driver works (nvidia-smi)."
                                .formatted(CudaRuntime.folder()));
            }
            for (Gpu gpu : support.gpus()) {
                check(gpu, false, FLOAT32_TOLERANCE);
                if (gpu.multipliesBfloat16()) {
                    check(gpu, true, BFLOAT16_TOLERANCE);
                }
            }
        } catch (EngineException failure) {
            throw new IOException(
                    "libtorch in %s does not compute: %s. Delete that folder to fetch it anew."
                            .formatted(CudaRuntime.folder(), reason(failure)),
                    failure);
        }
        CudaRuntime.markChecked();
        return support.gpus();
    }

    /// What the innermost exception says: which library is missing, or what CUDA complains of.
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void check(Gpu gpu, boolean rounded, double tolerance) throws IOException {
        float[] right = product(Device.cpu(), false);
        float[] found = product(Device.gpu(gpu.index()), rounded);
        double worst = 0;
        for (int i = 0; i < right.length; i++) {
            double error = Math.abs(right[i] - found[i]);
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        if (worst > tolerance) {
            throw new IOException(
                    "cuda:%d (%s) multiplies wrongly: products in %s are off by %s. See that the driver fits the GPU."
                            .formatted(
                                    gpu.index(),
                                    gpu.name(),
                                    rounded ? "bfloat16" : "float32",
                                    worst));
        }
    }

    /// @param rounded to bfloat16 before they are multiplied
    private static float[] product(Device device, boolean rounded) {
        try (var manager = NDManager.newBaseManager(device)) {
            var random = new Random(SEED);
            float[] values = new float[SIZE * SIZE];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            NDArray matrix = manager.create(values, new Shape(SIZE, SIZE));
            if (!rounded) {
                return matrix.matMul(matrix).toFloatArray();
            }
            try (var bfloat16 = new Bfloat16(manager)) {
                return bfloat16.product(matrix, matrix).toFloatArray();
            }
        }
    }
}
