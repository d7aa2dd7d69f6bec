package org.clpworkbench.gpu;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// How busy the GPUs are, told every two seconds by one `nvidia-smi` that goes on until this is
/// closed. Without NVIDIA's driver there is nothing to tell.
public final class GpuGauge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GpuGauge.class);
    private static final String PERIOD_SECONDS = "2";
    private static final double PERCENT = 100;
    private static final long MEBIBYTE = 1 << 20;

    /// One GPU.
    ///
    /// @param load share of the time that it computed, 0 to 1
    /// @param memoryUsed bytes, by all processes
    public record Reading(int gpu, double load, long memoryUsed, long memoryTotal) {}

    private final TreeMap<Integer, Reading> latest = new TreeMap<>();
    private final Optional<Process> telling;

    private GpuGauge(Optional<Process> telling) {
        this.telling = telling;
        telling.ifPresent(
                process ->
                        Thread.ofPlatform()
                                .daemon()
                                .name("gpu-gauge")
                                .start(() -> listen(process)));
    }

    /// Of the GPUs that this process may use: those of CUDA_VISIBLE_DEVICES where it is set.
    public static GpuGauge start() {
        var command = new ArrayList<String>();
        command.add(NvidiaDriver.program());
        command.add("--query-gpu=index,utilization.gpu,memory.used,memory.total");
        command.add("--format=csv,noheader,nounits");
        command.add("--loop=" + PERIOD_SECONDS);
        String visible = System.getenv().getOrDefault(NvidiaDriver.VISIBLE, "").strip();
        if (!visible.isEmpty()) {
            command.add("--id=" + visible);
        }
        try {
            return new GpuGauge(
                    Optional.of(
                            new ProcessBuilder(command)
                                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                                    .start()));
        } catch (IOException noDriver) {
            LOG.debug("There is no nvidia-smi", noDriver);
            return new GpuGauge(Optional.empty());
        }
    }

    private void listen(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parse(line).ifPresent(this::take);
            }
        } catch (IOException closed) {
            LOG.debug("nvidia-smi tells no more", closed);
        } finally {
            forget();
        }
    }

    private synchronized void forget() {
        latest.clear();
    }

    private synchronized void take(Reading reading) {
        latest.put(reading.gpu(), reading);
    }

    /// @return empty for a line that is no reading, and where a GPU cannot tell how busy it is
    static Optional<Reading> parse(String line) {
        String[] fields = line.strip().split("\\s*,\\s*");
        for (String field : fields) {
            if (!field.matches("\\d{1,9}")) {
                return Optional.empty();
            }
        }
        return fields.length == 4
                ? Optional.of(
                        new Reading(
                                Integer.parseInt(fields[0]),
                                Integer.parseInt(fields[1]) / PERCENT,
                                Long.parseLong(fields[2]) * MEBIBYTE,
                                Long.parseLong(fields[3]) * MEBIBYTE))
                : Optional.empty();
    }

    /// The last reading of each GPU.
    public synchronized List<Reading> latest() {
        return List.copyOf(latest.values());
    }

    /// The last reading of the GPU that computes most, by its memory where none computes.
    public Optional<Reading> busiest() {
        return latest().stream()
                .max(
                        Comparator.comparingDouble(Reading::load)
                                .thenComparingLong(Reading::memoryUsed));
    }

    @Override
    public void close() {
        telling.ifPresent(Process::destroy);
    }
}
