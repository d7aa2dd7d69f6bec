package org.clpworkbench.gpu;

import static java.util.stream.Collectors.joining;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;

import oshi.SystemInfo;
import oshi.hardware.GraphicsCard;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether this machine's GPUs can be computed on, and what is missing if not.
///
/// @param gpus that the driver answers for
/// @param sentence for people: what is there, and what to do about what is not
public record GpuSupport(State state, List<Gpu> gpus, Sentence sentence) {
    /// What the way to computing on a GPU still lacks, the first thing first.
    public enum State {
        NO_GPU,
        NO_DRIVER,
        OLD_DRIVER,
        /// DJL has no CUDA build for this system.
        NO_BUILD,
        NO_RUNTIME,
        /// The runtime is there, but has not computed here yet.
        UNCHECKED,
        READY
    }

    private static final String NVIDIA = "nvidia";

    public GpuSupport {
        gpus = List.copyOf(gpus);
    }

    /// Looks at this machine; takes some tenths of a second.
    public static GpuSupport look() {
        Optional<NvidiaDriver> driver;
        try {
            driver = NvidiaDriver.ask();
        } catch (IOException broken) {
            return without(
                    State.NO_DRIVER,
                    Sentence.of(GpuSupport.class, "driver.broken", Told.reason(broken)));
        }
        if (driver.isEmpty()) {
            return withoutDriver(
                    new SystemInfo()
                            .getHardware().getGraphicsCards().stream()
                                    .filter(GpuSupport::isNvidia)
                                    .map(GraphicsCard::getName)
                                    .findFirst());
        }
        return of(
                driver.get(),
                CudaRuntime.published(),
                CudaRuntime.given() || CudaRuntime.fetched(),
                CudaRuntime.usable());
    }

    /// @param card an NVIDIA card that the operating system knows of
    static GpuSupport withoutDriver(Optional<String> card) {
        return card.map(
                        name ->
                                without(
                                        State.NO_DRIVER,
                                        Sentence.of(
                                                GpuSupport.class,
                                                "driver.none",
                                                name,
                                                CudaRuntime.OLDEST_DRIVER)))
                .orElseGet(() -> without(State.NO_GPU, Sentence.of(GpuSupport.class, "gpu.none")));
    }

    static GpuSupport of(NvidiaDriver driver, boolean published, boolean fetched, boolean checked) {
        List<Gpu> gpus = driver.gpus();
        if (gpus.isEmpty()) {
            return without(State.NO_GPU, Sentence.of(GpuSupport.class, "gpu.hidden"));
        }
        Object names = names(gpus);
        if (driver.major() < CudaRuntime.OLDEST_DRIVER) {
            return new GpuSupport(
                    State.OLD_DRIVER,
                    gpus,
                    Sentence.of(
                            GpuSupport.class,
                            "driver.old",
                            names,
                            driver.version(),
                            CudaRuntime.OLDEST_DRIVER));
        }
        if (!published && !checked) {
            return new GpuSupport(
                    State.NO_BUILD,
                    gpus,
                    Sentence.of(GpuSupport.class, "gpu.build", names, CudaRuntime.classifier()));
        }
        if (!fetched) {
            return new GpuSupport(
                    State.NO_RUNTIME, gpus, Sentence.of(GpuSupport.class, "gpu.runtime", names));
        }
        if (!checked) {
            return new GpuSupport(
                    State.UNCHECKED, gpus, Sentence.of(GpuSupport.class, "gpu.unchecked", names));
        }
        return new GpuSupport(State.READY, gpus, Sentence.of(GpuSupport.class, "gpu.ready", names));
    }

    private static GpuSupport without(State state, Sentence sentence) {
        return new GpuSupport(state, List.of(), sentence);
    }

    private static boolean isNvidia(GraphicsCard card) {
        return (card.getVendor() + card.getName()).toLowerCase(Locale.ROOT).contains(NVIDIA);
    }

    private static Object names(List<Gpu> gpus) {
        String names = gpus.stream().map(Gpu::name).distinct().collect(joining(", "));
        return gpus.size() > 1
                ? Sentence.of(GpuSupport.class, "gpu.several", gpus.size(), names)
                : names;
    }

    /// The sentence, and the command that gets what is missing where there is one.
    public Sentence withCommand() {
        return switch (state) {
            case NO_RUNTIME -> Sentence.of(GpuSupport.class, "gpu.runtime.command", sentence);
            case UNCHECKED -> Sentence.of(GpuSupport.class, "gpu.unchecked.command", sentence);
            default -> sentence;
        };
    }

    public boolean ready() {
        return state == State.READY;
    }
}
