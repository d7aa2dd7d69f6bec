package org.clpworkbench.cli;

import picocli.CommandLine.Command;

/// `runs`: the training runs of the workspace.
@Command(
        name = "runs",
        description = "Lists training runs, shows one, or writes them for other programs.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {RunsListCommand.class, RunsShowCommand.class, RunsExportCommand.class})
final class RunsCommand {}
