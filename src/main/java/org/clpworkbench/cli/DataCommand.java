package org.clpworkbench.cli;

import picocli.CommandLine.Command;

/// `data`: data sets of many files and formats.
@Command(
        name = "data",
        description = "Shows data sets, and tokenizes them once for training.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            DataPreviewCommand.class,
            DataStatisticsCommand.class,
            DataPrepareCommand.class
        })
final class DataCommand {}
