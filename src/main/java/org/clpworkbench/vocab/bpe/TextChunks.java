package org.clpworkbench.vocab.bpe;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/// Text files in chunks that may be cut into words apart, handed out to several threads.
final class TextChunks implements AutoCloseable {
    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_WORD = 1 << 28;

    private final Queue<Path> files;
    private final Progress progress;
    private final long total;
    private InputStream input = InputStream.nullInputStream();
    private Path file = Path.of("");
    private byte[] rest = new byte[0];
    private long offset;
    private long done;
    private boolean stopped;

    /// Some of a text: `bytes[0, length)`, at `offset` of the file.
    static final class Chunk {
        private Path file = Path.of("");
        private byte[] bytes = new byte[CHUNK];
        private int length;
        private long offset;

        Gpt2Split words() {
            return new Gpt2Split(bytes, 0, length);
        }

        byte[] bytes() {
            return bytes;
        }

        /// Names the file and the byte.
        IOException naming(NotUtf8Exception mistake) {
            return new ToldException(
                    Sentence.of(TextChunks.class, "text.notUtf8", file, offset + mistake.offset()),
                    mistake);
        }
    }

    /// @throws IOException when one of the files is none
    TextChunks(List<Path> files, Progress progress) throws IOException {
        long bytes = 0;
        for (Path each : files) {
            if (!Files.isRegularFile(each)) {
                throw new ToldException(Sentence.of(TextChunks.class, "text.none", each));
            }
            bytes += Files.size(each);
        }
        this.files = new ArrayDeque<>(files);
        this.progress = progress;
        this.total = bytes;
    }

    /// Fills the chunk with the next part, which ends with a line, or before a space after
    /// something else: no word reaches across that.
    ///
    /// @return false when all was handed out
    synchronized boolean next(Chunk chunk) throws IOException {
        progress.checkCancelled();
        while (!stopped) {
            int kept = rest.length;
            if (kept > chunk.bytes.length / 2) {
                chunk.bytes = new byte[room(kept)];
            }
            System.arraycopy(rest, 0, chunk.bytes, 0, kept);
            int length = kept;
            length += input.readNBytes(chunk.bytes, kept, chunk.bytes.length - kept);
            boolean ended = length < chunk.bytes.length;
            int cut = ended ? length : cut(chunk.bytes, length);
            rest = Arrays.copyOfRange(chunk.bytes, cut, length);
            if (cut > 0) {
                hand(chunk, cut);
                return true;
            }
            if (ended && !open()) {
                return false;
            }
        }
        return false;
    }

    private int room(int kept) throws IOException {
        if (kept > LONGEST_WORD) {
            throw new ToldException(
                    Sentence.of(TextChunks.class, "text.unbroken", file, LONGEST_WORD, offset));
        }
        return 2 * kept;
    }

    private void hand(Chunk chunk, int length) {
        chunk.file = file;
        chunk.length = length;
        chunk.offset = offset;
        offset += length;
        done += length;
        progress.update(done, total, "bytes");
    }

    /// @return false when there is no further file
    private boolean open() throws IOException {
        input.close();
        input = InputStream.nullInputStream();
        Path next = files.poll();
        if (next == null) {
            return false;
        }
        file = next;
        input = Files.newInputStream(next);
        offset = 0;
        return true;
    }

    private static int cut(byte[] bytes, int length) {
        for (int at = length; at > 0; at--) {
            if (bytes[at - 1] == '\n') {
                return at;
            }
        }
        for (int at = length - 1; at > 0; at--) {
            if (bytes[at] == ' ' && bytes[at - 1] > ' ') {
                return at;
            }
        }
        return 0;
    }

    /// Hands out nothing more.
    synchronized void stop() {
        stopped = true;
    }

    @Override
    public synchronized void close() throws IOException {
        input.close();
    }
}
