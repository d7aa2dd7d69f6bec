package org.clpworkbench.cli;

import org.clpworkbench.compute.DeviceSummary;
import org.clpworkbench.gpu.GpuSupport;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `devices list`: a row for the processor and each GPU, and what a GPU still lacks.
@Command(
        name = "list",
        description = "Lists the processor and the GPUs, and says what a GPU still lacks.")
final class DevicesListCommand extends Subcommand {
    @Override
    void execute(Output output) throws IOException {
        GpuSupport support = GpuSupport.look();
        List<DeviceSummary> devices = DeviceSummary.of(support);
        output.answer(
                Map.of(
                        "devices", devices,
                        "gpuState", support.state(),
                        "gpuSentence", support.sentence().inEnglish()),
                text(devices, support));
    }

    private static String text(List<DeviceSummary> devices, GpuSupport support) {
        var table = new TextTable("device", "name", "memory", "free", "usable");
        for (DeviceSummary device : devices) {
            table.row(
                    device.device(),
                    device.name(),
                    gigabytes(device.memory()),
                    gigabytes(device.free()),
                    device.usable() ? "yes" : "not yet");
        }
        return table + "\n\n" + support.withCommand().inEnglish();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
