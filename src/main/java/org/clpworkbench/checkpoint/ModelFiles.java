package org.clpworkbench.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a model's files can be told by without reading them: where it is equal to what it was, the
/// model is taken for the same one.
///
/// @param bytes of all files together
/// @param changed when one of them was changed last
public record ModelFiles(Path folder, long bytes, Instant changed) {
    public static ModelFiles of(Path folder) throws IOException {
        long bytes = 0;
        Instant changed = Instant.EPOCH;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
            Instant time = Files.getLastModifiedTime(file).toInstant();
            changed = time.isAfter(changed) ? time : changed;
        }
        return new ModelFiles(folder, bytes, changed);
    }

    /// Those that the desktop puts into a folder begin with a dot.
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
    }
}
