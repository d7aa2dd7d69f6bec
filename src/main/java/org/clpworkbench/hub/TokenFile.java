package org.clpworkbench.hub;

import org.clpworkbench.tensor.WholeFiles;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The file that keeps the token, the same as Python's `huggingface_hub` reads and writes
/// (`HF_TOKEN_PATH`, else `token` in `HF_HOME`). Only its owner can read it.
public record TokenFile(Path path) {
    private static final String OWNER = "rw-------";
    private static final String OWNERS_FOLDER = "rwx------";

    /// @throws IOException when there is a file and it cannot be read
    public Optional<HubToken> read() throws IOException {
        try {
            return HubToken.of(Files.readString(path));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException damaged) {
            throw new IOException(
                    path + " does not hold a token of the Hub. Log in anew (`hub login`).",
                    damaged);
        }
    }

    /// Keeps a token, instead of one that was there.
    public void write(HubToken token) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        if (posix) {
            Files.createDirectories(folder, rights(OWNERS_FOLDER));
        } else {
            Files.createDirectories(folder);
        }
        Path part = WholeFiles.part(path);
        Files.deleteIfExists(part);
        if (posix) {
            Files.createFile(part, rights(OWNER));
        } else {
            Files.createFile(part);
            onlyForItsOwner(part.toFile());
        }
        Files.writeString(part, token.secret());
        WholeFiles.force(part);
        WholeFiles.move(part, path);
    }

    private static FileAttribute<Set<PosixFilePermission>> rights(String letters) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(letters));
    }

    private static void onlyForItsOwner(File file) throws IOException {
        boolean closed =
                file.setReadable(false, false)
                        && file.setReadable(true, true)
                        && file.setWritable(true, true);
        if (!closed) {
            throw new IOException(
                    file
                            + " cannot be kept from other users; the token is not saved there. Set"
                            + " HF_TOKEN instead.");
        }
    }

    /// Forgets the token.
    ///
    /// @return whether there was one
    public boolean delete() throws IOException {
        return Files.deleteIfExists(path);
    }
}
