package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;
import org.clpworkbench.net.ChangedException;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// One file on its way into the cache: what is there of it is continued, and it gets its name when
/// its content hashes to it.
final class FetchedFile {
    private static final int BUFFER = 1 << 18;
    private static final int MOST_CHANGES = 2;

    private final HubClient client;
    private final HubCache cache;
    private final RepositoryId id;
    private final Revision commit;
    private final HubFile file;
    private final TransferRate rate;
    private volatile long here;
    private volatile boolean whole;
    private volatile boolean copied;

    FetchedFile(
            HubClient client,
            HubCache cache,
            RepositoryId id,
            Revision commit,
            HubFile file,
            TransferRate rate) {
        this.client = client;
        this.cache = cache;
        this.id = id;
        this.commit = commit;
        this.file = file;
        this.rate = rate;
    }

    /// Looks what of it is in the cache.
    void look() throws IOException {
        whole = cache.holds(id, commit, file.path());
        here = whole ? size() : partSize();
        copied = !whole && !cache.links() && hasBlob();
    }

    private boolean hasBlob() {
        return file.hash().isPresent() && Files.isRegularFile(cache.blob(id, file.hash().get()));
    }

    private long partSize() throws IOException {
        if (file.hash().isEmpty()) {
            return 0;
        }
        if (hasBlob()) {
            return size();
        }
        Path part = cache.incomplete(id, file.hash().get());
        return Files.isRegularFile(part) ? Math.min(size(), Files.size(part)) : 0;
    }

    boolean whole() {
        return whole;
    }

    /// Bytes that are here.
    long here() {
        return here;
    }

    /// Bytes in all, as far as the Hub tells.
    long size() {
        return Math.max(0, file.size());
    }

    /// Bytes that it still takes of the disk.
    long room() {
        return copied && !whole ? size() : size() - here;
    }

    /// Fetches what is missing, verifies it and puts it into the snapshot.
    void fetch(Progress progress) throws IOException {
        if (whole) {
            return;
        }
        RemoteFile remote = client.resolve(id, commit, file, progress);
        cache.prepare(id);
        try (var lock = CacheLock.take(cache.lock(id, remote.hash()), progress)) {
            boolean fresh = !Files.isRegularFile(cache.blob(id, remote.hash()));
            if (fresh) {
                fetch(remote, progress);
            }
            cache.place(id, commit, file.path(), remote.hash(), fresh);
        }
        here = remote.size();
        whole = true;
    }

    private void fetch(RemoteFile remote, Progress progress) throws IOException {
        Path part = cache.incomplete(id, remote.hash());
        for (int changes = 0; ; changes++) {
            long begun = Files.isRegularFile(part) ? Files.size(part) : 0;
            if (begun > remote.size()) {
                Files.delete(part);
                begun = 0;
            }
            boolean fromNothing = begun == 0;
            try {
                if (filled(part, begun, remote, progress)) {
                    Files.move(part, cache.blob(id, remote.hash()), StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
            } catch (ChangedException changed) {
                if (changes >= MOST_CHANGES) {
                    throw changed;
                }
                fromNothing = false;
            }
            Files.delete(part);
            here = 0;
            if (fromNothing) {
                throw new HubException(
                        Reason.DAMAGED,
                        Sentence.of(
                                FetchedFile.class,
                                "damaged",
                                file.path(),
                                id,
                                remote.size(),
                                remote.hash()));
            }
        }
    }

    /// @return whether the part has the right content now
    private boolean filled(Path part, long begun, RemoteFile remote, Progress progress)
            throws IOException {
        MessageDigest digest = remote.hash().begin(remote.size());
        byte[] buffer = new byte[BUFFER];
        if (begun > 0) {
            try (InputStream before = Files.newInputStream(part)) {
                for (int read = before.read(buffer); read >= 0; read = before.read(buffer)) {
                    progress.checkCancelled();
                    digest.update(buffer, 0, read);
                }
            }
        }
        here = begun;
        try (var out =
                        FileChannel.open(
                                part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                var in = client.open(id, commit, remote, begun, progress)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                digest.update(buffer, 0, read);
                here = in.position();
                rate.add(read, System.nanoTime());
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest()).equals(remote.hash().hex());
    }

    /// Throws away what is there of it, unless somebody else works on it.
    void discard() throws IOException {
        if (whole || file.hash().isEmpty()) {
            return;
        }
        BlobHash hash = file.hash().get();
        Optional<CacheLock> lock = CacheLock.tryTake(cache.lock(id, hash));
        if (lock.isPresent()) {
            try (var _ = lock.get()) {
                Files.deleteIfExists(cache.incomplete(id, hash));
            }
        }
    }
}
