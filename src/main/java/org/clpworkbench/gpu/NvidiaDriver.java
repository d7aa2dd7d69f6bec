package org.clpworkbench.gpu;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// NVIDIA's driver and the GPUs it answers for, asked through the `nvidia-smi` that comes with it:
/// so no CUDA is loaded, and no memory of a GPU taken, to learn what is there.
///
/// @param version of the driver, "550.54.15"
/// @param gpus that this process may use: those of CUDA_VISIBLE_DEVICES where it is set
public record NvidiaDriver(String version, List<Gpu> gpus) {
    /// What is started; tests put a program of their own here.
    static final String PROGRAM_PROPERTY = "clp.nvidia-smi";

    private static final List<String> QUESTION =
            List.of(
                    "--query-gpu=driver_version,uuid,name,memory.total,memory.free,compute_cap",
                    "--format=csv,noheader,nounits");
    static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final int FIELDS = 6;
    private static final long MEBIBYTE = 1 << 20;
    private static final int PATIENCE_SECONDS = 20;

    public NvidiaDriver {
        gpus = List.copyOf(gpus);
    }

    static String program() {
        return System.getProperty(PROGRAM_PROPERTY, "nvidia-smi");
    }

    /// The number before the first point.
    public int major() {
        return Integer.parseInt(version.split("\\.")[0]);
    }

    /// Asks the driver; empty where none is installed.
    ///
    /// @throws IOException with what it said, when it is installed but does not work
    public static Optional<NvidiaDriver> ask() throws IOException {
        var command = new ArrayList<String>();
        command.add(program());
        command.addAll(QUESTION);
        Path answer = Files.createTempFile("clp-nvidia", ".csv");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            Process asked;
            try {
                asked = builder.redirectOutput(answer.toFile()).start();
            } catch (IOException noSuchProgram) {
                return Optional.empty();
            }
            int status = status(asked);
            String said = Files.readString(answer, StandardCharsets.UTF_8).strip();
            if (status != 0) {
                throw new ToldException(
                        Sentence.of(NvidiaDriver.class, "driver.failed", status, said));
            }
            return Optional.of(parse(said, System.getenv().get(VISIBLE)));
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    private static int status(Process asked) throws IOException {
        try {
            if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                throw new ToldException(
                        Sentence.of(NvidiaDriver.class, "driver.silent", PATIENCE_SECONDS));
            }
            return asked.exitValue();
        } catch (InterruptedException interrupted) {
            asked.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking NVIDIA's driver.", interrupted);
        }
    }

    /// @param visible value of CUDA_VISIBLE_DEVICES: numbers or the beginnings of identifiers, up
    ///   to the first that is neither; null where it is not set
    static NvidiaDriver parse(String csv, @Nullable String visible) throws IOException {
        var version = "0";
        var all = new ArrayList<Map.Entry<String, Gpu>>();
        for (String line : csv.lines().filter(text -> !text.isBlank()).toList()) {
            String[] fields = line.strip().split("\\s*,\\s*");
            if (fields.length != FIELDS || !fields[0].matches("\\d+(\\.\\d+)*")) {
                throw new ToldException(Sentence.of(NvidiaDriver.class, "driver.said", line));
            }
            version = fields[0];
            long memory = bytes(fields[3], 0);
            double capability =
                    fields[5].matches("\\d+\\.\\d+") ? Double.parseDouble(fields[5]) : 0;
            var gpu = new Gpu(all.size(), fields[2], memory, bytes(fields[4], memory), capability);
            all.add(Map.entry(fields[1], gpu));
        }
        return new NvidiaDriver(version, visible(all, visible));
    }

    private static long bytes(String mebibytes, long otherwise) {
        return mebibytes.matches("\\d+") ? Long.parseLong(mebibytes) * MEBIBYTE : otherwise;
    }

    private static List<Gpu> visible(List<Map.Entry<String, Gpu>> all, @Nullable String visible) {
        if (visible == null) {
            return all.stream().map(Map.Entry::getValue).toList();
        }
        var seen = new ArrayList<Gpu>();
        for (String wanted : visible.strip().split("\\s*,\\s*")) {
            Optional<Gpu> gpu =
                    all.stream()
                            .filter(entry -> isMeant(wanted, entry))
                            .map(Map.Entry::getValue)
                            .findFirst();
            if (gpu.isEmpty()) {
                break;
            }
            Gpu there = gpu.get();
            seen.add(
                    new Gpu(
                            seen.size(),
                            there.name(),
                            there.memory(),
                            there.free(),
                            there.capability()));
        }
        return seen;
    }

    private static boolean isMeant(String wanted, Map.Entry<String, Gpu> entry) {
        return wanted.equals(String.valueOf(entry.getValue().index()))
                || (wanted.startsWith("GPU-") && entry.getKey().startsWith(wanted));
    }
}
