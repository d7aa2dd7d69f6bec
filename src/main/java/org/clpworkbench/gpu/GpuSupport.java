package org.clpworkbench.gpu;

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
public record GpuSupport(State state, List<Gpu> gpus, String sentence) {
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
                    "NVIDIA's driver does not work: %s Install it anew and restart the computer."
                            .formatted(ended(String.valueOf(broken.getMessage()))));
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
                                        "There is an NVIDIA card (%s), but no driver: install NVIDIA's driver %d or newer and restart the computer."
                                                .formatted(name, CudaRuntime.OLDEST_DRIVER)))
                .orElseGet(() -> without(State.NO_GPU, "There is no NVIDIA GPU here."));
    }

    static GpuSupport of(NvidiaDriver driver, boolean published, boolean fetched, boolean checked) {
        List<Gpu> gpus = driver.gpus();
        if (gpus.isEmpty()) {
            return without(State.NO_GPU, "NVIDIA's driver shows this process no GPU.");
        }
        String names = names(gpus);
        if (driver.major() < CudaRuntime.OLDEST_DRIVER) {
            return new GpuSupport(
                    State.OLD_DRIVER,
                    gpus,
                    "%s: NVIDIA's driver %s is too old; install %d or newer."
                            .formatted(names, driver.version(), CudaRuntime.OLDEST_DRIVER));
        }
        if (!published && !checked) {
            return new GpuSupport(
                    State.NO_BUILD,
                    gpus,
                    "%s: there is no CUDA build of libtorch for %s."
                            .formatted(names, CudaRuntime.classifier()));
        }
        if (!fetched) {
            return new GpuSupport(
                    State.NO_RUNTIME, gpus, names + ": the CUDA runtime has not been fetched yet.");
        }
        if (!checked) {
            return new GpuSupport(
                    State.UNCHECKED,
                    gpus,
                    names + ": the CUDA runtime is there, but has not computed correctly yet.");
        }
        return new GpuSupport(State.READY, gpus, names + ": ready.");
    }

    private static GpuSupport without(State state, String sentence) {
        return new GpuSupport(state, List.of(), sentence);
    }

    private static boolean isNvidia(GraphicsCard card) {
        return (card.getVendor() + card.getName()).toLowerCase(Locale.ROOT).contains(NVIDIA);
    }

    private static String names(List<Gpu> gpus) {
        List<String> names = gpus.stream().map(Gpu::name).distinct().toList();
        return (gpus.size() > 1 ? gpus.size() + " GPUs, " : "") + String.join(", ", names);
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /// The sentence, and the command that gets what is missing where there is one.
    public String withCommand() {
        return switch (state) {
            case NO_RUNTIME -> sentence + " Fetch it with \"clp-workbench devices fetch-cuda\".";
            case UNCHECKED -> sentence + " See why with \"clp-workbench devices check\".";
            default -> sentence;
        };
    }

    public boolean ready() {
        return state == State.READY;
    }
}
