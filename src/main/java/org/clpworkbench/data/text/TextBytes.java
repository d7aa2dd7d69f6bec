package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a file, unpacked, without the mark (U+FEFF) that some programs put before a text.
final class TextBytes implements Closeable {
    static final int END = -1;

    private static final int BLOCK = 1 << 16;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private final Path file;
    private final Packing packing;
    private final Counted packed;
    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private long before;
    private long line = 1;

    TextBytes(Path file, Packing packing) throws IOException {
        this.file = file;
        this.packing = packing;
        packed = new Counted(Files.newInputStream(file));
        try {
            if (packing != Packing.NONE && Files.size(file) == 0) {
                throw new ToldException(Sentence.of(TextBytes.class, "packed.empty"));
            }
            in = packing.unpacked(packed);
        } catch (IOException malformed) {
            packed.close();
            throw unreadable(malformed);
        }
        try {
            if (fill() && startsWithMark()) {
                at = MARK.length;
            }
        } catch (IOException malformed) {
            in.close();
            throw malformed;
        }
    }

    private boolean startsWithMark() {
        for (int i = 0; i < MARK.length; i++) {
            if (i >= end || (block[i] & 0xFF) != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    Path file() {
        return file;
    }

    /// Of the next byte in the unpacked file, from 0.
    long place() {
        return before + at;
    }

    /// Of the next byte, from 1.
    long line() {
        return line;
    }

    /// Bytes of the file as it lies there.
    long position() {
        return packed.count;
    }

    /// The next byte, 0 to 255, or {@link #END}.
    int read() throws IOException {
        if (at == end && !fill()) {
            return END;
        }
        int value = block[at++] & 0xFF;
        if (value == '\n') {
            line++;
        }
        return value;
    }

    /// The byte that {@link #read} will give.
    int peek() throws IOException {
        return at == end && !fill() ? END : block[at] & 0xFF;
    }

    /// Reads a line without its end (LF or CRLF); false after the last.
    boolean line(Row into) throws IOException {
        into.begin(place(), line);
        int value = read();
        if (value == END) {
            return false;
        }
        while (value != END && value != '\n') {
            into.add(value);
            value = read();
        }
        if (value == '\n' && into.endsWith('\r')) {
            into.dropLast();
        }
        return true;
    }

    private boolean fill() throws IOException {
        before += end;
        at = 0;
        end = 0;
        try {
            // a packed stream may give nothing and yet not be at its end
            int count = 0;
            while (count == 0) {
                count = in.read(block);
            }
            end = Math.max(0, count);
        } catch (IOException malformed) {
            throw unreadable(malformed);
        }
        return end > 0;
    }

    private IOException unreadable(IOException cause) {
        return packing == Packing.NONE
                ? cause
                : new ToldException(
                        Sentence.of(
                                TextBytes.class,
                                "packed.damaged",
                                file,
                                packed.count,
                                Told.reason(cause)),
                        cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count = value < 0 ? count : count + 1;
            return value;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count = read < 0 ? count : count + read;
            return read;
        }
    }
}
