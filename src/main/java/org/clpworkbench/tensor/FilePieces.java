package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file read piece by piece; a large one from the disk itself, past the system's cache.
public final class FilePieces implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final int unit;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment block;

    private FilePieces(Path path, UncachedChannel file, long largest) {
        this.path = path;
        channel = file.channel();
        unit = file.unit();
        block = arena.allocate(Math.ceilDiv(largest, unit) * unit + unit, unit);
    }

    /// @param largest bytes that a piece may have
    public static FilePieces open(Path path, long largest) throws IOException {
        var options = Set.of(StandardOpenOption.READ);
        var file = UncachedChannel.open(path, Files.size(path), options);
        return new FilePieces(path, file, largest);
    }

    /// Bytes `[begin, begin + count)`, until the next call.
    ///
    /// @throws ToldException when the file ends before
    public MemorySegment read(long begin, long count) throws IOException {
        long first = begin / unit * unit;
        long least = begin - first + count;
        var into = block.asSlice(0, Math.ceilDiv(least, unit) * unit).asByteBuffer();
        while (into.position() < least) {
            if (channel.read(into, first + into.position()) < 0) {
                throw new ToldException(
                        Sentence.of(FilePieces.class, "short", path, begin + count));
            }
        }
        return block.asSlice(begin - first, count);
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
