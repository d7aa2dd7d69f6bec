package org.clpworkbench.cli;

import org.clpworkbench.compute.GpuCheck;
import org.clpworkbench.gpu.CudaFetch;
import org.clpworkbench.gpu.CudaRuntime;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.problem.ToldException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/// `devices fetch-cuda`: the CUDA build of libtorch, once agreed to.
@Command(
        name = "fetch-cuda",
        description = {
            "Fetches the CUDA build of libtorch, after saying how much it is and asking, and",
            "checks it on the GPUs. What was fetched stays when it is interrupted."
        })
final class DevicesFetchCudaCommand extends Subcommand {
    @Option(names = "--yes", description = "Do not ask; fetch.")
    private boolean agreed;

    @Override
    void execute(Output output) throws IOException, InterruptedException {
        GpuSupport support = GpuSupport.look();
        switch (support.state()) {
            case NO_RUNTIME -> fetch(output);
            case UNCHECKED -> {}
            case READY -> {
                output.answer(
                        Map.of("folder", CudaRuntime.folder()), support.sentence().inEnglish());
                return;
            }
            default -> throw new ToldException(support.sentence());
        }
        GpuCheck.inChild(output.progress());
        output.answer(
                Map.of("folder", CudaRuntime.folder()),
                "The CUDA runtime lies in %s, and the GPUs compute right with it."
                        .formatted(CudaRuntime.folder()));
    }

    private void fetch(Output output) throws IOException {
        CudaFetch fetch = CudaFetch.plan(output.progress());
        String amount =
                String.format(
                        Locale.ROOT,
                        "The CUDA runtime: %d files, %.1f GB from %s, %.1f GB on the disk in %s.",
                        fetch.files().size(),
                        fetch.packed() / 1e9,
                        fetch.files().getFirst().address().getHost(),
                        fetch.unpacked() / 1e9,
                        fetch.folder());
        output.say(amount);
        if (!agreed && !asked()) {
            throw new IOException("Nothing was fetched.");
        }
        fetch.run(output.progress());
    }

    private boolean asked() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw wrongUsage("There is nobody to ask; agree with --yes.");
        }
        String answer = console.readLine("Fetch it? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
