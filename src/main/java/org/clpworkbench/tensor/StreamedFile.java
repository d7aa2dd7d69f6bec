package org.clpworkbench.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file written once, from beginning to end, in large blocks.
final class StreamedFile implements AutoCloseable {
    private static final int BLOCK = 4 << 20;
    private static final int SMALLEST = UncachedChannel.LARGEST_UNIT;
    private static final Set<OpenOption> NEW =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);

    private final FileChannel channel;
    private final int unit;
    private final Arena arena = Arena.ofShared();
    private final ByteBuffer block;
    private long size;

    private StreamedFile(UncachedChannel file, long expected) {
        channel = file.channel();
        unit = file.unit();
        long whole = Math.ceilDiv(expected, unit) * unit;
        block = arena.allocate(Math.clamp(whole, SMALLEST, BLOCK), unit).asByteBuffer();
    }

    /// @param expected bytes that it will have, about
    static StreamedFile create(Path path, long expected) throws IOException {
        return new StreamedFile(UncachedChannel.open(path, expected, NEW), expected);
    }

    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), block.remaining());
            block.put(block.position(), bytes, bytes.position(), count);
            bytes.position(bytes.position() + count);
            took(count);
        }
    }

    private void took(int count) throws IOException {
        block.position(block.position() + count);
        size += count;
        if (!block.hasRemaining()) {
            flush();
        }
    }

    private void flush() throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            channel.write(block);
        }
        block.clear();
    }

    /// Brings all to the disk and closes the file.
    void finish() throws IOException {
        while (block.position() % unit != 0) {
            block.put((byte) 0);
        }
        flush();
        channel.truncate(size);
        channel.force(true);
        close();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        channel.close();
    }
}
