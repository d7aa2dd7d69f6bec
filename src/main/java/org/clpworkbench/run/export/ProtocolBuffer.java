package org.clpworkbench.run.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A message in the wire format of protocol buffers: fields one after the other, each with its
/// number and its kind.
final class ProtocolBuffer {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_AND_BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ProtocolBuffer put(int field, double value) {
        key(field, EIGHT_BYTES);
        bytes.writeBytes(little(Double.BYTES).putDouble(value).array());
        return this;
    }

    ProtocolBuffer put(int field, float value) {
        key(field, FOUR_BYTES);
        bytes.writeBytes(little(Float.BYTES).putFloat(value).array());
        return this;
    }

    ProtocolBuffer put(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    ProtocolBuffer put(int field, String text) {
        return put(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtocolBuffer put(int field, ProtocolBuffer message) {
        return put(field, message.bytes());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private ProtocolBuffer put(int field, byte[] content) {
        key(field, LENGTH_AND_BYTES);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private void key(int field, int kind) {
        varint(((long) field << 3) | kind);
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
