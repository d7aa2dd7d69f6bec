package org.clpworkbench.cli;

import picocli.CommandLine.Command;

/// `devices`: what can be computed on.
@Command(
        name = "devices",
        description =
                "Lists what can be computed on, fetches the CUDA runtime, or checks the GPUs.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            DevicesListCommand.class,
            DevicesFetchCudaCommand.class,
            DevicesCheckCommand.class
        })
final class DevicesCommand {}
