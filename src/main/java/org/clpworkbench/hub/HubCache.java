package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// The Hub's cache on this machine, in its own layout, which Python reads and writes too:
///
/// ```
/// models--bigscience--bloom-560m/
///   blobs/HASH                      contents by what they hash to
///   refs/main                       the commit that it meant
///   snapshots/COMMIT/config.json    links to blobs
/// .locks/models--bigscience--bloom-560m/HASH.lock
/// datasets--wikimedia--wikipedia/   data sets the same way
/// ```
///
/// @param links whether snapshots may link; else, and where links cannot be made, they hold the
///   files themselves
public record HubCache(Path folder, boolean links) {
    private static final String TAG = "CACHEDIR.TAG";
    private static final String TAG_TEXT =
            "Signature: 8a477f597d28d172789f06886806bc55\n"
                    + "# Files of the Hugging Face Hub; they can be fetched again.\n"
                    + "# For information about cache directory tags, see"
                    + " https://bford.info/cachedir/\n";

    /// A revision that is here, whole or in parts.
    public record Kept(RepositoryId id, Revision revision, Path snapshot) {}

    public static HubCache of(HubEnvironment hub) {
        return new HubCache(hub.cache(), hub.links());
    }

    Path repository(RepositoryId id) {
        return folder.resolve(id.folder());
    }

    Path blob(RepositoryId id, BlobHash hash) {
        return repository(id).resolve("blobs").resolve(hash.hex());
    }

    /// What is fetched of a blob so far.
    Path incomplete(RepositoryId id, BlobHash hash) {
        return repository(id).resolve("blobs").resolve(hash.hex() + ".incomplete");
    }

    Path lock(RepositoryId id, BlobHash hash) {
        return folder.resolve(".locks").resolve(id.folder()).resolve(hash.hex() + ".lock");
    }

    /// Where the files of a commit lie, or will.
    public Path snapshot(RepositoryId id, Revision commit) {
        return repository(id).resolve("snapshots").resolve(commit.name());
    }

    private Path reference(RepositoryId id, Revision revision) {
        return repository(id).resolve("refs").resolve(revision.name());
    }

    /// The commit that a revision meant when it was last fetched.
    public Optional<Revision> commit(RepositoryId id, Revision revision) throws IOException {
        if (revision.isCommit()) {
            return Optional.of(revision);
        }
        Path reference = reference(id, revision);
        if (!Files.isRegularFile(reference)) {
            return Optional.empty();
        }
        String commit = Files.readString(reference).strip();
        return commit.matches("[0-9a-f]{40}")
                ? Optional.of(new Revision(commit))
                : Optional.empty();
    }

    /// The snapshot folder of a revision, whoever fetched it.
    public Optional<Path> find(RepositoryId id, Revision revision) throws IOException {
        return commit(id, revision).map(commit -> snapshot(id, commit)).filter(Files::isDirectory);
    }

    /// What is here of all repositories of a kind, by their names: what branches and tags meant,
    /// then what was fetched by its commit alone.
    public List<Kept> list(RepositoryKind kind) throws IOException {
        var kept = new ArrayList<Kept>();
        for (Path repository : children(folder)) {
            Optional<RepositoryId> id =
                    RepositoryId.ofFolder(kind, repository.getFileName().toString());
            if (id.isEmpty()) {
                continue;
            }
            var named = new HashSet<Path>();
            for (Revision revision : references(repository.resolve("refs"))) {
                Optional<Path> snapshot = find(id.get(), revision);
                snapshot.ifPresent(named::add);
                snapshot.ifPresent(at -> kept.add(new Kept(id.get(), revision, at)));
            }
            for (Path snapshot : children(repository.resolve("snapshots"))) {
                String commit = snapshot.getFileName().toString();
                if (Revision.valid(commit)
                        && new Revision(commit).isCommit()
                        && Files.isDirectory(snapshot)
                        && !named.contains(snapshot)) {
                    kept.add(new Kept(id.get(), new Revision(commit), snapshot));
                }
            }
        }
        return kept;
    }

    /// Those that a repository has, in folders too: "main", "refs/pr/1".
    private static List<Revision> references(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String separator = folder.getFileSystem().getSeparator();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace(separator, "/"))
                    .filter(Revision::valid)
                    .sorted()
                    .map(Revision::new)
                    .toList();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /// Makes the cache's folder, marked as one that backups may leave out.
    void prepare(RepositoryId id) throws IOException {
        Files.createDirectories(repository(id).resolve("blobs"));
        Path tag = folder.resolve(TAG);
        if (!Files.exists(tag)) {
            Files.writeString(tag, TAG_TEXT);
        }
    }

    /// Whether a snapshot has a file already.
    boolean holds(RepositoryId id, Revision commit, String path) {
        return Files.isRegularFile(snapshot(id, commit).resolve(path));
    }

    /// Those of a commit's files that are not here.
    public List<HubFile> missing(RepositoryId id, Revision commit, List<HubFile> files) {
        return files.stream().filter(file -> !holds(id, commit, file.path())).toList();
    }

    /// Bytes of files that are here of a repository, whole or not, in all its revisions.
    public long bytes(RepositoryId id) throws IOException {
        Path repository = repository(id);
        if (!Files.isDirectory(repository)) {
            return 0;
        }
        var bytes = new AtomicLong();
        Files.walkFileTree(
                repository,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            bytes.addAndGet(attributes.size());
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /// It has got another name meanwhile.
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return bytes.get();
    }

    /// Bytes that are free where the cache lies.
    public long room() throws IOException {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /// Puts a blob into a snapshot under a file's name.
    ///
    /// @param fresh whether it has come for this file: where there are no links it is moved then,
    ///   as Python does it too, so that it takes no room twice; to others there may be links
    void place(RepositoryId id, Revision commit, String path, BlobHash hash, boolean fresh)
            throws IOException {
        Path snapshot = snapshot(id, commit);
        Path file = snapshot.resolve(path).normalize();
        if (!file.startsWith(snapshot)) {
            throw new ToldException(Sentence.of(HubCache.class, "outside", path, snapshot));
        }
        Path blob = blob(id, hash);
        if (Files.isRegularFile(file)) {
            return;
        }
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Path ready = part;
            if (!links || !linked(part, folder.relativize(blob))) {
                if (fresh) {
                    ready = blob;
                } else {
                    Files.copy(blob, part);
                }
            }
            Files.move(
                    ready,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean linked(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (FileSystemException | UnsupportedOperationException notHere) {
            return false;
        }
    }

    /// Keeps what a revision means. Said only once its snapshot is there: Python takes a reference
    /// without one for damage.
    void refer(RepositoryId id, Revision revision, Revision commit) throws IOException {
        if (revision.equals(commit)) {
            return;
        }
        Path reference = reference(id, revision);
        Files.createDirectories(reference.getParent());
        WholeFiles.write(reference, commit.name().getBytes(StandardCharsets.US_ASCII));
    }
}
