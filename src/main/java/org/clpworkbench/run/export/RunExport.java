package org.clpworkbench.run.export;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.tensor.WholeFiles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/// Writes runs as files that other programs read. Every file appears whole, over one of its name.
public final class RunExport {
    private RunExport() {}

    /// @param target the file to write; for TensorBoard the folder that gets a sub-folder for each
    ///   run
    /// @throws IOException that says what to do, when there is nothing to write or no place for it
    public static void write(
            ExportFormat format, List<RunFolder> runs, Path target, Progress progress)
            throws IOException {
        if (runs.isEmpty()) {
            throw new ToldException(Sentence.of(RunExport.class, "export.none"));
        }
        checkNames(runs);
        Path place = target.toAbsolutePath();
        progress.stage("Writing runs");
        switch (format) {
            case CSV -> file(place, out -> RunTable.write(runs, out, progress));
            case JSON -> file(place, out -> RunDocument.write(runs, out, progress));
            case TENSORBOARD -> folders(runs, place, progress);
        }
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static void file(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new ToldException(Sentence.of(RunExport.class, "target.folder", target));
        }
        Path part = WholeFiles.part(target);
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        whole(part, target, content);
    }

    private static void folders(List<RunFolder> runs, Path target, Progress progress)
            throws IOException {
        if (Files.isRegularFile(target)) {
            throw new ToldException(Sentence.of(RunExport.class, "target.file", target));
        }
        int done = 0;
        for (RunFolder run : runs) {
            progress.checkCancelled();
            var events = run.events();
            Path folder = Files.createDirectories(target.resolve(name(run)));
            Path file = folder.resolve(EventFile.name(events));
            // TensorBoard would read a part that lies beside it
            whole(WholeFiles.part(folder), file, out -> EventFile.write(events, out));
            progress.update(++done, runs.size(), "runs");
        }
    }

    private static void whole(Path part, Path target, Content content) throws IOException {
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.to(out);
            }
            WholeFiles.force(part);
            WholeFiles.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void checkNames(List<RunFolder> runs) throws IOException {
        var names = new HashSet<String>();
        for (RunFolder run : runs) {
            if (!names.add(name(run))) {
                throw new ToldException(Sentence.of(RunExport.class, "names.twice", name(run)));
            }
        }
    }

    /// What a run is called in all formats: its folder's name, which tells runs apart.
    static String name(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }
}
