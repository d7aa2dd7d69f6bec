package org.clpworkbench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// What all commands share: `--json`, `--help`, where answers and messages go, and exit status 0
/// when {@link #execute} returns. A failure is an exception whose message is a sentence for people.
@Command(mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
abstract class Subcommand implements Callable<Integer> {
    @Option(
            names = "--json",
            description = "Answer with one JSON document; messages go to standard error.")
    private boolean json;

    @Spec private CommandSpec spec;

    private Interruption interruption = Interruption.none();

    void interruptedBy(Interruption chosen) {
        interruption = chosen;
    }

    @Override
    public final Integer call() throws Exception {
        var line = spec.commandLine();
        try (var progress = new ConsoleProgress(line.getErr(), interruption)) {
            execute(new Output(json, line.getOut(), line.getErr(), progress));
        }
        return 0;
    }

    abstract void execute(Output output) throws Exception;

    /// A mistake in the arguments: the sentence, a hint at the help, exit status 2.
    ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
