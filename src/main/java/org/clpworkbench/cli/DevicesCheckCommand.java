package org.clpworkbench.cli;

import org.clpworkbench.compute.GpuCheck;
import org.clpworkbench.gpu.Gpu;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `devices check`: has the GPUs multiply, and compares with the processor.
@Command(
        name = "check",
        description = "Has every GPU multiply two matrices and compares with the processor.")
final class DevicesCheckCommand extends Subcommand {
    @Override
    void execute(Output output) throws IOException {
        List<Gpu> checked = GpuCheck.run();
        output.answer(
                Map.of("checked", checked),
                checked.stream()
                        .map(gpu -> "cuda:" + gpu.index() + " (" + gpu.name() + ") computes right.")
                        .collect(Collectors.joining("\n")));
    }
}
