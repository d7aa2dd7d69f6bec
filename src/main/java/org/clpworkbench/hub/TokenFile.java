package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The file that keeps the token, the same as Python's `huggingface_hub` reads and writes
/// (`HF_TOKEN_PATH`, else `token` in `HF_HOME`). Only its owner can read it.
public record TokenFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final String OWNER = "rw-------";
    private static final String OWNERS_FOLDER = "rwx------";

    /// One that others can read, and that is the user's own, is closed to them.
    ///
    /// @throws IOException when there is a file and it cannot be read
    public Optional<HubToken> read() throws IOException {
        try {
            String held = Files.readString(path);
            close();
            return HubToken.of(held);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException damaged) {
            throw new ToldException(Sentence.of(TokenFile.class, "token.file", path), damaged);
        }
    }

    private void close() throws IOException {
        if (!posix() || !open(Files.getPosixFilePermissions(path)) || !ownedByTheUser()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER));
            LOG.info("{} could be read by others and is closed to them now", path);
        } catch (IOException stays) {
            LOG.warn("{} can be read by others, which cannot be changed", path, stays);
        }
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean open(Set<PosixFilePermission> rights) {
        return !PosixFilePermissions.fromString(OWNERS_FOLDER).containsAll(rights);
    }

    private boolean ownedByTheUser() throws IOException {
        try {
            UserPrincipal user =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(System.getProperty("user.name"));
            return Files.getOwner(path).equals(user);
        } catch (UserPrincipalNotFoundException nameless) {
            return false;
        }
    }

    /// Keeps a token, instead of one that was there.
    public void write(HubToken token) throws IOException {
        boolean posix = posix();
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
            throw new ToldException(Sentence.of(TokenFile.class, "token.open", file));
        }
    }

    /// Forgets the token.
    ///
    /// @return whether there was one
    public boolean delete() throws IOException {
        return Files.deleteIfExists(path);
    }
}
