package org.clpworkbench.ui.shell;

import org.clpworkbench.gpu.GpuGauge;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.problem.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;

import java.util.Optional;

/// Samples processor, memory and GPU once a second, on a thread of its own: the library behind it
/// takes a while to load and must not hold up the window.
final class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final long SETTLE_MILLIS = 1500;
    private static final long PERIOD_MILLIS = 1000;

    /// @param cpu share of all cores, 0 to 1
    /// @param gpu the busiest one; empty where there is none
    /// @param withoutGpu what is to be said of a machine without one
    record Reading(
            double cpu,
            long memoryUsed,
            long memoryTotal,
            Optional<GpuGauge.Reading> gpu,
            Optional<Sentence> withoutGpu) {}

    static final Reading NONE = new Reading(0, 0, 0, Optional.empty(), Optional.empty());

    private final Thread sampler = Thread.ofPlatform().daemon().name("gauges").unstarted(this::run);
    private volatile Reading latest = NONE;

    void start() {
        sampler.setPriority(Thread.MIN_PRIORITY);
        sampler.start();
    }

    void stop() {
        sampler.interrupt();
    }

    /// The last reading; {@link #NONE} before the first.
    Reading latest() {
        return latest;
    }

    private void run() {
        try {
            Thread.sleep(SETTLE_MILLIS);
            try (GpuGauge gpus = GpuGauge.start()) {
                sample(gpus);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError unreadable) {
            LOG.warn("Processor and memory cannot be read on this system", unreadable);
        }
    }

    private void sample(GpuGauge gpus) throws InterruptedException {
        var hardware = new SystemInfo().getHardware();
        var processor = hardware.getProcessor();
        var memory = hardware.getMemory();
        long total = memory.getTotal();
        long[] ticks = processor.getSystemCpuLoadTicks();
        Optional<Sentence> withoutGpu = withoutGpu();
        while (true) {
            Thread.sleep(PERIOD_MILLIS);
            double load = Math.clamp(processor.getSystemCpuLoadBetweenTicks(ticks), 0, 1);
            ticks = processor.getSystemCpuLoadTicks();
            long used = total - memory.getAvailable();
            latest = new Reading(load, used, total, gpus.busiest(), withoutGpu);
        }
    }

    private static Optional<Sentence> withoutGpu() {
        GpuSupport found = GpuSupport.look();
        return found.gpus().isEmpty() ? Optional.of(found.sentence()) : Optional.empty();
    }
}
