package org.clpworkbench.tensor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Files that appear under their name whole or not at all.
public final class WholeFiles {
    /// What a file or folder is called, after its name, while it is being written.
    public static final String PART = ".part";

    private WholeFiles() {}

    /// `name.part` beside `target`.
    public static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + PART);
    }

    /// Writes, forces to disk and moves to `target`, over what was there.
    public static void write(Path target, byte[] content) throws IOException {
        Path part = part(target);
        Files.write(part, content);
        force(part);
        move(part, target);
    }

    /// Waits until a file's content is on the disk.
    public static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Gives a finished part its name; a file of that name is replaced.
    public static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onlyPlainMoves) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Deletes a file, or a folder with all that is in it (links are removed, not followed).
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
