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
import java.util.concurrent.TimeUnit;

/// The SHA-256 of files, kept with size and time of change: a file in which both are as they were
/// is not read again, as hashing tens of gigabytes takes minutes and a file that is written gets a
/// new time.
final class FileHashes {
    /// A file that was changed so short a time before it is hashed may be changed again within the
    /// clock's step: its hash is not kept.
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final JsonMapper JSON = new JsonMapper();

    private final Path kept;
    private final Map<String, Entry> entries;

    /// @param modified nanoseconds since 1970
    private record Entry(long size, long modified, String sha256) {}

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
        return before != null && before.size == Files.size(file) && before.modified == nanos(file)
                ? Optional.of(before.sha256)
                : Optional.empty();
    }

    String of(Path file, Progress progress) throws IOException {
        Optional<String> known = known(file);
        if (known.isPresent()) {
            return known.get();
        }
        long size = Files.size(file);
        long modified = nanos(file);
        String sha256 = Sha256.of(file, progress);
        long now = FileTime.fromMillis(System.currentTimeMillis()).to(TimeUnit.NANOSECONDS);
        if (now - modified > SETTLED_NANOS && nanos(file) == modified) {
            entries.put(file.toString(), new Entry(size, modified, sha256));
        } else {
            entries.remove(file.toString());
        }
        return sha256;
    }

    private static long nanos(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }

    void save() throws IOException {
        WholeFiles.write(kept, JSON.writeValueAsBytes(entries));
    }
}
