package org.clpworkbench.data;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The beginning of a data set's training documents as running text, for what reads words rather
/// than tokens.
public final class TrainingSample {
    private static final String FILE = "training.txt";

    private TrainingSample() {}

    /// Writes it into the prepared text's folder, unless it is there.
    ///
    /// @param mostCharacters after which no further document is taken
    public static Path of(
            PreparedText prepared,
            List<String> inputs,
            DataChoices choices,
            long mostCharacters,
            Progress progress)
            throws IOException {
        Path file = prepared.folder().resolve(FILE);
        if (Files.isRegularFile(file)) {
            return file;
        }
        progress.stage("Writing a sample of the text");
        Path part = WholeFiles.part(file);
        try {
            RunningText.write(part, inputs, choices, mostCharacters, progress);
            WholeFiles.force(part);
            WholeFiles.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }
}
