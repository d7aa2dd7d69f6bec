package org.clpworkbench.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Token ids being appended to a new file.
final class TokenFile implements Closeable {
    private static final int BLOCK = 1 << 18;

    private final FileChannel channel;
    private final IdWidth width;
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private long count;

    TokenFile(Path file, IdWidth width) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.width = width;
    }

    void add(int id) throws IOException {
        if (block.remaining() < width.bytes()) {
            drain();
        }
        switch (width) {
            case NARROW -> block.putShort((short) id);
            case WIDE -> block.putInt(id);
        }
        count++;
    }

    void add(int[] ids) throws IOException {
        for (int id : ids) {
            add(id);
        }
    }

    long count() {
        return count;
    }

    /// Writes all of it to the disk.
    void finish() throws IOException {
        drain();
        channel.force(true);
    }

    private void drain() throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            channel.write(block);
        }
        block.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
