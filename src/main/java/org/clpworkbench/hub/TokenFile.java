package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
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
        if (!has("posix") || !open(Files.getPosixFilePermissions(path)) || !ownedByTheUser()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER));
            LOG.info("{} could be read by others and is closed to them now", path);
        } catch (IOException stays) {
            LOG.warn("{} can be read by others, which cannot be changed", path, stays);
        }
    }

    private boolean has(String view) {
        return path.getFileSystem().supportedFileAttributeViews().contains(view);
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
    ///
    /// @throws IOException also when it cannot be kept from others; then nothing of it is kept
    public void write(HubToken token) throws IOException {
        boolean posix = has("posix");
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        if (posix) {
            Files.createDirectories(folder, rights(OWNERS_FOLDER));
        } else {
            Files.createDirectories(folder);
        }
        Path part = WholeFiles.part(path);
        Files.deleteIfExists(part);
        try {
            if (posix) {
                Files.createFile(part, rights(OWNER));
            } else {
                onlyForItsOwner(Files.createFile(part));
            }
            Files.writeString(part, token.secret());
            WholeFiles.force(part);
            WholeFiles.move(part, path);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> rights(String letters) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(letters));
    }

    /// Where there are no rights as POSIX has them, as on Windows: by a list that names nobody
    /// else, in place of the folder's.
    private void onlyForItsOwner(Path part) throws IOException {
        if (!has("acl")) {
            throw new ToldException(unprotected());
        }
        var rights = Files.getFileAttributeView(part, AclFileAttributeView.class);
        try {
            Objects.requireNonNull(rights).setAcl(List.of(everything(Files.getOwner(part))));
        } catch (IOException refused) {
            throw new ToldException(unprotected(), refused);
        }
    }

    static AclEntry everything(UserPrincipal owner) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(AclEntryPermission.values())
                .build();
    }

    private Sentence unprotected() {
        return Sentence.of(TokenFile.class, "token.open", path);
    }

    /// Forgets the token.
    ///
    /// @return whether there was one
    public boolean delete() throws IOException {
        return Files.deleteIfExists(path);
    }
}
