package org.clpworkbench.cli;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunWorker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `worker`: what the window starts as a child process. It trains the runs it is given, one after
/// the other; asked to end (a signal), it pauses the one it is at.
@Command(name = "worker", hidden = true, description = "Trains run folders, one after the other.")
final class WorkerCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders.")
    private List<Path> folders;

    @Override
    void execute(Output output) throws IOException {
        var runs = new ArrayList<RunFolder>();
        for (Path folder : folders) {
            runs.add(RunFolder.open(folder));
        }
        boolean good =
                new RunWorker(
                                (run, _) -> {
                                    if (output.progress().cancelled()) {
                                        pause(run);
                                    }
                                })
                        .work(runs);
        if (!good) {
            throw new IOException("Not every run ended well; see its events.jsonl.");
        }
        output.answer(Map.of("runs", folders), "Trained " + runs.size() + " runs.");
    }

    /// Lets a run end with a checkpoint after this step.
    static void pause(RunFolder run) {
        try {
            run.requestPause();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
