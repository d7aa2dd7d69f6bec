package org.clpworkbench.cli;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `runs list`: a row for each run of the workspace, the newest first.
@Command(name = "list", description = "Lists the workspace's runs, the newest first.")
final class RunsListCommand extends Subcommand {
    @Override
    void execute(Output output) throws IOException {
        Path runs = Workspace.standard().runs();
        List<RunSummary> summaries = new ArrayList<>();
        for (RunFolder run : RunFolder.list(runs)) {
            summaries.add(RunSummary.of(run));
        }
        output.answer(Map.of("folder", runs, "runs", summaries), text(runs, summaries));
    }

    private static String text(Path runs, List<RunSummary> summaries) {
        if (summaries.isEmpty()) {
            return "No runs in " + runs + " yet; start one with train or demo.";
        }
        var table =
                new TextTable(
                        "run", "state", "method", "step", "of", "loss", "bits/byte", "tokens/s");
        for (RunSummary run : summaries) {
            table.row(
                    run.folder().getFileName(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.method().isEmpty() ? "-" : run.method(),
                    run.step(),
                    run.steps(),
                    run.validationLoss(),
                    run.bitsPerByte(),
                    Math.round(run.tokensPerSecond()));
        }
        return table.toString();
    }
}
