package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An archive over 4 GB, of which only the ends are on the disk: sizes and places need zip64.
class Zip64Test {
    private static final long ELEMENTS = 1_125_000_000; // × 4 bytes = 4.5 GB
    private static final int FULL = -1;

    @TempDir Path folder;

    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long at;

    @Test
    void readsStoragesBeyondFourGigabytes() throws IOException {
        var pickle = PickleBytes.begin().steps("}(").text("big").beginTensor();
        pickle.storage("FloatStorage", "0", ELEMENTS);
        pickle.endTensor(0, new long[] {ELEMENTS}, new long[] {1}).text("small").beginTensor();
        pickle.storage("FloatStorage", "1", 1).endTensor(0, new long[0], new long[0]).step('u');
        byte[] state = pickle.end();
        Path path = folder.resolve("big.bin");
        try (var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            add(channel, "a/data.pkl", state.length, state);
            add(channel, "a/data/0", ELEMENTS * 4, PickleBytes.little(4).putFloat(1.5f).array());
            add(channel, "a/data/1", 4, PickleBytes.little(4).putFloat(2.5f).array());
            channel.write(end(), at);
        }
        try (var file = PyTorchFile.open(path)) {
            assertThat(file.tensor("small").entry().begin()).isGreaterThan(1L << 32);
            assertThat(file.tensor("big").rows(ELEMENTS - 1, 1)).containsExactly(1.5f);
            assertThat(file.tensor("small").floats()).containsExactly(2.5f);
        }
    }

    /// An entry of which only the last bytes are written.
    private void add(FileChannel channel, String name, long size, byte[] last) throws IOException {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        var facts = PickleBytes.little(24).putShort((short) 45).putShort((short) 0);
        facts.putShort((short) 0).putInt(0).putInt(0).putInt(FULL).putInt(FULL);
        byte[] shared = facts.putShort((short) encoded.length).array();
        var header = PickleBytes.little(30 + encoded.length).putInt(0x04034b50).put(shared);
        channel.write(header.putShort((short) 0).put(encoded).flip(), at);
        channel.write(ByteBuffer.wrap(last), at + header.limit() + size - last.length);

        // behind the shared facts: extra field, comment, disk, attributes (2 + 4), place
        var entry = PickleBytes.little(6).putInt(0x02014b50).putShort((short) 45);
        directory.writeBytes(entry.array());
        directory.writeBytes(shared);
        var rest = PickleBytes.little(16).putShort((short) (4 + 3 * 8)).putShort((short) 0);
        directory.writeBytes(
                rest.putShort((short) 0).putShort((short) 0).putInt(0).putInt(FULL).array());
        directory.writeBytes(encoded);
        var wide = PickleBytes.little(4 + 3 * 8).putShort((short) 1).putShort((short) (3 * 8));
        directory.writeBytes(wide.putLong(size).putLong(size).putLong(at).array());
        at += header.limit() + size;
    }

    private ByteBuffer end() {
        int size = directory.size();
        var out = PickleBytes.little(size + 56 + 20 + 22).put(directory.toByteArray());
        out.putInt(0x06064b50).putLong(44).putInt(0).putInt(0).putInt(0);
        out.putLong(3).putLong(3).putLong(size).putLong(at);
        out.putInt(0x07064b50).putInt(0).putLong(at + size).putInt(1);
        out.putInt(0x06054b50).putInt(0).putInt(FULL).putInt(FULL).putInt(FULL).putShort((short) 0);
        return out.flip();
    }
}
