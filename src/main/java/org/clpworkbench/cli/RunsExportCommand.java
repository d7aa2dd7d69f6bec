package org.clpworkbench.cli;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.export.ExportFormat;
import org.clpworkbench.run.export.RunExport;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `runs export`: runs as a table, a document, or event files.
@Command(
        name = "export",
        description = "Writes runs as CSV, JSON or TensorBoard event files; all, or those named.")
final class RunsExportCommand extends Subcommand {
    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "csv, json or tensorboard.")
    private ExportFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "File to write; for tensorboard a folder, which gets one for each run.")
    private Path out;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Run folders, or names of some in the workspace (default: all).")
    private List<Path> names = List.of();

    @Override
    void execute(Output output) throws IOException {
        List<RunFolder> runs = runs();
        RunExport.write(format, runs, out, output.progress());
        Path place = out.toAbsolutePath().normalize();
        output.answer(
                Map.of("path", place, "runs", runs.stream().map(RunFolder::path).toList()),
                String.format(
                        Locale.ROOT,
                        "%,d %s written to %s",
                        runs.size(),
                        runs.size() == 1 ? "run" : "runs",
                        place));
    }

    private List<RunFolder> runs() throws IOException {
        if (names.isEmpty()) {
            return RunFolder.list(Workspace.standard().runs());
        }
        var runs = new ArrayList<RunFolder>();
        for (Path name : names) {
            runs.add(NamedRun.open(name));
        }
        return runs;
    }
}
