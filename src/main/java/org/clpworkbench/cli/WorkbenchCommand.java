package org.clpworkbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The command line's root. Without arguments the launcher opens the window instead.
@Command(
        name = "clp-workbench",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Transfers a language model to another language and shows what it gains.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command the window opens.",
            "Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled."
        })
public final class WorkbenchCommand {
    private static final List<Class<?>> COMMANDS =
            List.of(
                    DemoCommand.class,
                    ModelsCommand.class,
                    HubCommand.class,
                    DataCommand.class,
                    OverlapCommand.class,
                    NeighboursCommand.class,
                    HelperCommand.class,
                    TransferCommand.class,
                    CompareMethodsCommand.class,
                    EvaluateCommand.class,
                    LogitsCommand.class,
                    TrainCommand.class,
                    RaceCommand.class,
                    GenerateCommand.class,
                    RunsCommand.class,
                    DevicesCommand.class,
                    WorkerCommand.class,
                    WriterCommand.class);

    private WorkbenchCommand() {}

    /// Does what the arguments say and returns the exit status. On Ctrl-C the command is told to
    /// stop and has a moment to tidy up.
    public static int run(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (var interruption = Interruption.watch()) {
            return run(out, err, interruption, args);
        }
    }

    /// The same with other streams.
    static int run(PrintWriter out, PrintWriter err, Interruption interruption, String... args) {
        try {
            return line(new Subcommands(interruption), args)
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpAutoWidth(true)
                    .setParameterExceptionHandler(Failures::wrongUsage)
                    .setExecutionExceptionHandler(Failures::failed)
                    .execute(args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// With the one command that the arguments begin with; with all where they begin with none, as
    /// for help. To describe them all takes a tenth of a second.
    private static CommandLine line(Subcommands commands, String... args) {
        var line = new CommandLine(new WorkbenchCommand(), commands);
        List<Class<?>> asked =
                COMMANDS.stream()
                        .filter(type -> args.length > 0 && name(type).equals(args[0]))
                        .toList();
        (asked.isEmpty() ? COMMANDS : asked).forEach(type -> line.addSubcommand(name(type), type));
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }
}
