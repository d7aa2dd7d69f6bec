package org.clpworkbench.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;

import org.clpworkbench.gpu.CudaRuntime;
import org.clpworkbench.gpu.Gpu;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import oshi.SystemInfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The devices that this process can compute on. Asking for one starts the engine, offline and
/// without telemetry: the CUDA build of libtorch where this machine has a GPU that it has been
/// checked on, else the CPU build.
public final class Devices {
    /// What a device may be called.
    public static final String NAMES = "auto|cpu|mps|cuda(:\\d{1,3})?";

    private static final String AUTO = "auto";
    private static final String CPU = "cpu";
    private static final String CUDA = "cuda";
    private static final String MPS = "mps";

    /// The CPU build, for a child process that is to do without it.
    static final String CPU_LIBTORCH = "pytorch-native-cpu";

    private static final Path CPU_FEATURES = Path.of("/proc/cpuinfo");

    static {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    private Devices() {}

    /// Whether a process computes with the CUDA build. Where that has never been fetched, nothing
    /// is asked of any driver.
    private static boolean usesCuda() {
        return CudaRuntime.usable() && GpuSupport.look().ready();
    }

    /// Started when it is first asked for; until then no driver is asked of anything.
    private static final class Started {
        static final Engine ENGINE = start();

        private static Engine start() {
            if (usesCuda()) {
                CudaRuntime.use();
            }
            return Engine.getInstance();
        }
    }

    /// Jars that a child process which computes on a GPU starts without, by the beginning of their
    /// names.
    public static List<String> jarsToLeaveOut() {
        return usesCuda() ? List.of(CPU_LIBTORCH) : List.of();
    }

    /// Starts the engine in the background: its libraries take about as long to load as the models'
    /// files to read.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("clp-engine").start(() -> engine());
    }

    /// Names for people to choose from, the engine left alone.
    public static List<String> choices() {
        var choices = new ArrayList<>(List.of(AUTO, CPU));
        if (isAppleSilicon()) {
            choices.add(MPS);
        }
        if (usesCuda()) {
            GpuSupport.look().gpus().forEach(gpu -> choices.add(CUDA + ":" + gpu.index()));
        }
        return choices;
    }

    private static Engine engine() {
        return Started.ENGINE;
    }

    /// The GPUs that the engine of this process computes on.
    private static List<Gpu> gpus() {
        boolean cuda = engine().hasCapability(StandardCapabilities.CUDA);
        return cuda ? GpuSupport.look().gpus() : List.of();
    }

    /// The device for `auto` (the first NVIDIA GPU that can be used, else the CPU), `cpu`, `cuda:N`
    /// or `mps` (the GPU of an Apple processor).
    ///
    /// @throws IllegalArgumentException for another word, or a device that is not there, with what
    ///   it lacks
    public static Device parse(String name) {
        if (!name.matches(NAMES)) {
            throw new ToldArgumentException(Sentence.of(Devices.class, "device.word", name));
        }
        List<Gpu> gpus = gpus();
        return switch (name) {
            case CPU -> Device.cpu();
            case AUTO -> gpus.isEmpty() ? Device.cpu() : Device.gpu(0);
            case MPS -> mps();
            default -> cuda(name, gpus);
        };
    }

    /// Fails as {@link #parse} does, the engine left alone: before anything is made for a run.
    public static void require(String name) {
        if (name.equals(MPS)) {
            mps();
        } else if (name.startsWith(CUDA)) {
            GpuSupport support = GpuSupport.look();
            List<Gpu> usable = usesCuda() ? support.gpus() : List.of();
            if (number(name) >= usable.size()) {
                throw new ToldArgumentException(missing(name, usable, support));
            }
        }
    }

    private static Device mps() {
        if (!isAppleSilicon()) {
            throw new ToldArgumentException(Sentence.of(Devices.class, "device.mps"));
        }
        return Device.of(MPS, -1);
    }

    static boolean isAppleSilicon() {
        return System.getProperty("os.name").startsWith("Mac")
                && System.getProperty("os.arch").equals("aarch64");
    }

    private static Device cuda(String name, List<Gpu> gpus) {
        int number = number(name);
        if (number < gpus.size()) {
            return Device.gpu(number);
        }
        throw new ToldArgumentException(missing(name, gpus, GpuSupport.look()));
    }

    /// The N of cuda:N; 0 for another name.
    private static int number(String name) {
        return name.contains(":") ? Integer.parseInt(name.substring(name.indexOf(':') + 1)) : 0;
    }

    static Sentence missing(String name, List<Gpu> usable, GpuSupport support) {
        Sentence what =
                usable.isEmpty()
                        ? support.withCommand()
                        : Sentence.of(Devices.class, "device.range", usable.size() - 1);
        return Sentence.of(Devices.class, "device.none", name, what);
    }

    /// Whether it computes while the host goes on: what was asked of it is there only when waited
    /// for.
    public static boolean computesBeside(Device device) {
        return !device.getDeviceType().equals(Device.Type.CPU);
    }

    /// Whether what `name` stands for multiplies bfloat16 faster than float32; the engine is left
    /// alone.
    public static boolean multipliesBfloat16(String name) {
        if (name.equals(MPS)) {
            return true;
        }
        if (name.equals(CPU) || !usesCuda()) {
            return cpuMultipliesBfloat16();
        }
        int number = number(name);
        List<Gpu> gpus = GpuSupport.look().gpus();
        return number < gpus.size() && gpus.get(number).multipliesBfloat16();
    }

    /// Whether the processor has AMX, or AVX-512 BF16 that is worth having: Intel's takes twice as
    /// long as float32 (168 against 330 GFLOP/s were measured).
    public static boolean cpuMultipliesBfloat16() {
        try {
            String features = Files.readString(CPU_FEATURES);
            return features.contains("amx_bf16")
                    || (features.contains("avx512_bf16") && features.contains("AuthenticAMD"));
        } catch (IOException notLinux) {
            return false;
        }
    }

    /// Bytes of memory that are free for this process to take. An Apple GPU shares the processor's.
    public static long freeMemory(Device device) {
        if (device.isGpu()) {
            return GpuSupport.look().gpus().get(device.getDeviceId()).free();
        }
        return new SystemInfo().getHardware().getMemory().getAvailable();
    }

    /// The same of what `name` stands for, the engine left alone; a GPU that is not there has none.
    public static long freeMemory(String name) {
        boolean gpu = name.startsWith(CUDA) || (name.equals(AUTO) && usesCuda());
        if (!gpu) {
            return freeMemory(Device.cpu());
        }
        int number = number(name);
        List<Gpu> gpus = GpuSupport.look().gpus();
        return number < gpus.size() ? gpus.get(number).free() : 0;
    }

    /// `cpu`, `cuda:N` or `mps`.
    public static String name(Device device) {
        return device.isGpu() ? CUDA + ":" + device.getDeviceId() : device.getDeviceType();
    }
}
