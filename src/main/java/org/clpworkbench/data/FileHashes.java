package org.clpworkbench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// The SHA-256 of files, kept with size and times of change: a file in which all are as they were
/// is not read again, as hashing tens of gigabytes takes minutes. Besides the time that a program
/// may set back there is the one that Unix keeps by itself, which no program sets; where a system
/// keeps none, a file that was changed and given its old size and time passes for the old one.
final class FileHashes {
    /// A file that was changed so short a time before it is hashed may be changed again within the
    /// clock's step: its hash is not kept.
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final String UNIX = "unix";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path kept;
    private final Map<String, Entry> entries;

    private record Entry(State state, String sha256) {}

    /// By what a change is noticed.
    ///
    /// @param modified nanoseconds since 1970
    /// @param changed the same of content, name or rights as Unix keeps it; 0 elsewhere
    private record State(long size, long modified, long changed) {
        static State of(Path file) throws IOException {
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains(UNIX);
            return new State(
                    Files.size(file),
                    nanos(Files.getLastModifiedTime(file)),
                    unix && Files.getAttribute(file, UNIX + ":ctime") instanceof FileTime time
                            ? nanos(time)
                            : 0);
        }
    }

    private FileHashes(Path kept, Map<String, Entry> entries) {
        this.kept = kept;
        this.entries = entries;
    }

    static FileHashes open(Path kept) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        if (Files.isRegularFile(kept)) {
            try {
                entries.putAll(
                        JSON.readValue(kept.toFile(), new TypeReference<Map<String, Entry>>() {}));
            } catch (JsonProcessingException malformed) {
                // nothing is lost but time
                entries.clear();
            }
        }
        return new FileHashes(kept, entries);
    }

    /// Empty where the file would have to be read.
    Optional<String> known(Path file) throws IOException {
        Entry before = entries.get(file.toString());
        return before != null && State.of(file).equals(before.state)
                ? Optional.of(before.sha256)
                : Optional.empty();
    }

    String of(Path file, Progress progress) throws IOException {
        Optional<String> known = known(file);
        if (known.isPresent()) {
            return known.get();
        }
        State state = State.of(file);
        String sha256 = Sha256.of(file, progress);
        long now = nanos(FileTime.fromMillis(System.currentTimeMillis()));
        if (now - state.modified > SETTLED_NANOS && state.equals(State.of(file))) {
            entries.put(file.toString(), new Entry(state, sha256));
        } else {
            entries.remove(file.toString());
        }
        return sha256;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /// Two that save at once, a window's jobs or a command beside it, do not take each other's
    /// part: the last one's entries stay.
    void save() throws IOException {
        Path part =
                kept.resolveSibling(kept.getFileName() + "." + UUID.randomUUID() + WholeFiles.PART);
        try {
            Files.write(part, JSON.writeValueAsBytes(entries));
            WholeFiles.force(part);
            WholeFiles.move(part, kept);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
