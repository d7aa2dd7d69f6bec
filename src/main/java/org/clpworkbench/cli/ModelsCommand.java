package org.clpworkbench.cli;

import picocli.CommandLine.Command;

/// `models`: what models are at hand and what is in them.
@Command(
        name = "models",
        description = "Lists the models at hand, or shows one.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {ModelsListCommand.class, ModelsShowCommand.class})
final class ModelsCommand {}
