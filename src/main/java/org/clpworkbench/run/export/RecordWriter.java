package org.clpworkbench.run.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// TFRecord framing: the length, its checksum, the content, its checksum; all in little-endian
/// order.
final class RecordWriter {
    private final OutputStream out;

    RecordWriter(OutputStream out) {
        this.out = out;
    }

    void write(ProtocolBuffer message) throws IOException {
        byte[] content = message.bytes();
        byte[] length = little(Long.BYTES).putLong(content.length).array();
        out.write(length);
        out.write(checksum(length));
        out.write(content);
        out.write(checksum(content));
    }

    /// The CRC-32C, turned by 15 bits and moved by a constant, so that a checksum of bytes that
    /// hold checksums is none of theirs.
    private static byte[] checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        int masked = Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
        return little(Integer.BYTES).putInt(masked).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
