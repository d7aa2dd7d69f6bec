package org.clpworkbench.data;

import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A folder of the cache that is there whole or not at all.
///
/// @param mark the file by which a whole one is told
record WholeFolder(Path path, String mark) {
    private static final Duration ABANDONED = Duration.ofDays(1);

    @FunctionalInterface
    interface Writing {
        /// @param part the folder that becomes this one
        void into(Path part) throws IOException;
    }

    boolean isThere() {
        return Files.isRegularFile(path.resolve(mark));
    }

    /// Writes it, unless it is there.
    void make(Writing writing) throws IOException {
        if (isThere()) {
            return;
        }
        Path part =
                path.resolveSibling(path.getFileName() + "-" + UUID.randomUUID() + WholeFiles.PART);
        Files.createDirectories(path.getParent());
        try {
            removeAbandoned();
            Files.createDirectory(part);
            writing.into(part);
            move(part);
        } finally {
            WholeFiles.delete(part);
        }
    }

    /// Takes away what processes left that were killed. One that is at work writes all the time.
    private void removeAbandoned() throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(path.getParent(), "*" + WholeFiles.PART)) {
            for (Path left : parts) {
                if (touched(left).compareTo(longAgo) < 0) {
                    WholeFiles.delete(left);
                }
            }
        }
    }

    private static FileTime touched(Path left) throws IOException {
        FileTime latest = Files.getLastModifiedTime(left);
        if (Files.isDirectory(left)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(left)) {
                for (Path file : files) {
                    FileTime time = Files.getLastModifiedTime(file);
                    latest = time.compareTo(latest) > 0 ? time : latest;
                }
            }
        }
        return latest;
    }

    /// Another process may have made the same meanwhile.
    private void move(Path part) throws IOException {
        try {
            WholeFiles.move(part, path);
        } catch (IOException taken) {
            if (!isThere()) {
                throw taken;
            }
        }
    }
}
