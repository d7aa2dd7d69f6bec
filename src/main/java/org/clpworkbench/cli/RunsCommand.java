package org.clpworkbench.cli;

import picocli.CommandLine.Command;

/// `runs`: the training runs of the workspace.
@Command(
        name = "runs",
        description = "Lists training runs, or shows one.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {RunsListCommand.class, RunsShowCommand.class})
final class RunsCommand {}
