package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Bytes of one document, up to a limit, and where they stand in the unpacked file.
final class Row {
    /// Bytes that a document may have: what is longer is no row but a mistake.
    static final int MOST = 16 << 20;

    private static final int FIRST = 1 << 13;

    private final Path file;
    private byte[] bytes = new byte[FIRST];
    private int length;
    private long begin;
    private long line;

    Row(Path file) {
        this.file = file;
    }

    /// Begins anew.
    ///
    /// @param begin its first byte's place in the file, from 0
    /// @param line from 1
    void begin(long begin, long line) {
        length = 0;
        this.begin = begin;
        this.line = line;
    }

    void add(int value) throws IOException {
        if (length == bytes.length) {
            if (length >= MOST) {
                throw new ToldException(
                        Sentence.of(Row.class, "row.large", file, MOST >> 20, line));
            }
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    int length() {
        return length;
    }

    long line() {
        return line;
    }

    byte at(int place) {
        return bytes[place];
    }

    boolean endsWith(char last) {
        return length > 0 && bytes[length - 1] == last;
    }

    void dropLast() {
        length--;
    }

    /// Drops the first bytes; the rest begins that much later in the file.
    void dropFirst(int count, long lines) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
        begin += count;
        line += lines;
    }

    boolean isBlank() {
        for (int at = 0; at < length; at++) {
            if (bytes[at] < 0 || bytes[at] > ' ') {
                return false;
            }
        }
        return true;
    }

    String text() throws IOException {
        return text(0, length);
    }

    /// @throws IOException naming the byte where it is not UTF-8
    String text(int from, int to) throws IOException {
        var in = ByteBuffer.wrap(bytes, from, to - from);
        var out = CharBuffer.allocate(to - from);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw new ToldException(
                    Sentence.of(Row.class, "row.notUtf8", file, begin + in.position(), line));
        }
        return out.flip().toString();
    }
}
