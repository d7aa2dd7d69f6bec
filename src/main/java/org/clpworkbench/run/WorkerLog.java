package org.clpworkbench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// What workers printed. A worker's log lies in the folder of the first of the runs that it took,
/// and names each that failed.
public final class WorkerLog {
    static final String FILE = "worker.log";

    private WorkerLog() {}

    /// The latest log that tells of a run: its own or that of a run beside it. Empty where none
    /// does.
    public static Optional<Path> of(RunFolder run) throws IOException {
        Optional<Path> latest = Optional.empty();
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(run.path().toAbsolutePath().resolve("..").normalize())) {
            for (Path folder : beside) {
                Path log = folder.resolve(FILE);
                if (Files.isRegularFile(log)
                        && (latest.isEmpty() || written(log).compareTo(written(latest.get())) > 0)
                        && tellsOf(log, run)) {
                    latest = Optional.of(log);
                }
            }
        }
        return latest;
    }

    private static boolean tellsOf(Path log, RunFolder run) throws IOException {
        String name = String.valueOf(run.path().getFileName());
        return log.startsWith(run.path().toAbsolutePath())
                || Pattern.compile(Pattern.quote(name) + "(?![\\w-])")
                        .matcher(new String(Files.readAllBytes(log), StandardCharsets.UTF_8))
                        .find();
    }

    private static FileTime written(Path log) throws IOException {
        return Files.getLastModifiedTime(log);
    }
}
