package org.clpworkbench.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import org.clpworkbench.problem.Sentence;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The bytes of pickles within a mapped file, read from front to back. A length is compared with
/// the bytes that are left before anything is made of that size.
final class PickleInput {
    /// No checkpoint's pickle comes near: one tensor takes about 150 bytes of it.
    static final long LONGEST = 16L << 20;

    private static final int LONGEST_NAME = 500;

    /// What a decoder puts in the place of bytes that are no UTF-8; nobody names a tensor so.
    private static final char REPLACED = '\ufffd';

    private static final ValueLayout.OfShort SHORT =
            JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final MemorySegment bytes;
    private final long end;
    private long at;

    /// Reads the bytes `[begin, end)` of the file, and no more than {@link #LONGEST} of them.
    PickleInput(Path file, MemorySegment bytes, long begin, long end) {
        this.file = file;
        this.bytes = bytes;
        this.at = begin;
        this.end = Math.min(end, begin + LONGEST);
    }

    /// The byte of the file that is read next.
    long at() {
        return at;
    }

    int unsignedByte() throws MalformedTensorFileException {
        return bytes.get(JAVA_BYTE, take(1)) & 0xff;
    }

    int unsignedShort() throws MalformedTensorFileException {
        return bytes.get(SHORT, take(2)) & 0xffff;
    }

    int signedInt() throws MalformedTensorFileException {
        return bytes.get(INT, take(4));
    }

    long unsignedInt() throws MalformedTensorFileException {
        return Integer.toUnsignedLong(signedInt());
    }

    long signedLong() throws MalformedTensorFileException {
        return bytes.get(LONG, take(8));
    }

    /// Floats alone are written with the most significant byte first.
    double bigEndianDouble() throws MalformedTensorFileException {
        return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
    }

    /// A number of so many bytes, two's complement; none at all is 0.
    long signedNumber(int length) throws MalformedTensorFileException {
        long begin = at;
        if (length > Long.BYTES) {
            throw fault(begin, Sentence.of(PickleInput.class, "pickle.long", length));
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            number |= (long) unsignedByte() << (8 * i);
        }
        int unused = Long.SIZE - 8 * length;
        return length == 0 ? 0 : number << unused >> unused;
    }

    /// Text in UTF-8.
    ///
    /// @param length bytes, unsigned
    String text(long length) throws MalformedTensorFileException {
        long begin = at;
        if (length < 0 || length > end - at) {
            throw fault(
                    begin,
                    Sentence.of(
                            PickleInput.class,
                            "pickle.text",
                            Long.toUnsignedString(length),
                            end - at));
        }
        var encoded = new byte[(int) length];
        MemorySegment.copy(bytes, JAVA_BYTE, take(length), encoded, 0, encoded.length);
        String text = new String(encoded, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            throw fault(begin, Sentence.of(PickleInput.class, "pickle.utf8"));
        }
        return text;
    }

    /// A name that ends at a line feed.
    String line() throws MalformedTensorFileException {
        long begin = at;
        long length = 0;
        while (begin + length < end && bytes.get(JAVA_BYTE, begin + length) != '\n') {
            length++;
            if (length > LONGEST_NAME) {
                throw fault(begin, Sentence.of(PickleInput.class, "pickle.name", LONGEST_NAME));
            }
        }
        String line = text(length);
        take(1);
        return line;
    }

    private long take(long count) throws MalformedTensorFileException {
        if (count > end - at) {
            throw fault(end, Sentence.of(PickleInput.class, "pickle.beyond"));
        }
        long begin = at;
        at += count;
        return begin;
    }

    MalformedTensorFileException fault(long offset, Sentence fault) {
        return new MalformedTensorFileException(file, offset, fault);
    }

    RefusedTensorFileException refusal(long offset, Sentence reason) {
        return new RefusedTensorFileException(file, offset, reason);
    }
}
