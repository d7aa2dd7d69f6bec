package org.clpworkbench.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The directory of a mapped zip archive, with zip64 for large files, and where the bytes of stored
/// entries lie, which `java.util.zip` does not tell.
///
/// Format: APPNOTE.TXT, sections 4.3.7 to 4.3.16
/// (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>).
final class ZipDirectory {
    /// Enough for 200,000 entries; no checkpoint comes near.
    static final long LONGEST = 16L << 20;

    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int ENTRY_BYTES = 46;
    private static final int HEADER_BYTES = 30;

    private static final int END = 0x06054b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int HEADER = 0x04034b50;

    private static final int ZIP64 = 1;
    private static final int SHORT_FULL = 0xffff;
    private static final long INT_FULL = 0xffffffffL;

    private static final ValueLayout.OfShort SHORT =
            JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final MemorySegment bytes;
    private final long begin;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipDirectory(Path file, MemorySegment bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        long end = findEnd();
        long count = unsignedShort(end + 10);
        long size = unsignedInt(end + 12);
        long start = unsignedInt(end + 16);
        if (count == SHORT_FULL || size == INT_FULL || start == INT_FULL) {
            end = findEnd64(end);
            count = bytes.get(LONG, end + 32);
            size = bytes.get(LONG, end + 40);
            start = bytes.get(LONG, end + 48);
        }
        if (start < 0 || size < 0 || size > end || start > end - size) {
            throw fault(end, Sentence.of(ZipDirectory.class, "zip.outside"));
        }
        if (size > LONGEST) {
            throw new RefusedTensorFileException(
                    file, end, Sentence.of(ZipDirectory.class, "refused.directory", LONGEST));
        }
        begin = start;
        readEntries(start + size, count);
    }

    /// @throws MalformedTensorFileException when there is no directory or it contradicts itself
    static ZipDirectory read(Path file, MemorySegment bytes) throws IOException {
        return new ZipDirectory(file, bytes);
    }

    private long findEnd() throws MalformedTensorFileException {
        long last = bytes.byteSize() - END_BYTES;
        long first = Math.max(0, last - LONGEST_COMMENT);
        for (long at = last; at >= first; at--) {
            if (bytes.get(INT, at) == END
                    && at + END_BYTES + unsignedShort(at + 20) == last + END_BYTES) {
                return at;
            }
        }
        throw fault(bytes.byteSize(), Sentence.of(ZipDirectory.class, "zip.none"));
    }

    private long findEnd64(long end) throws MalformedTensorFileException {
        long locator = end - LOCATOR_BYTES;
        if (locator < 0 || bytes.get(INT, locator) != LOCATOR) {
            throw fault(end, Sentence.of(ZipDirectory.class, "zip.end"));
        }
        long at = bytes.get(LONG, locator + 8);
        if (at < 0 || at > locator - END64_BYTES || bytes.get(INT, at) != END64) {
            throw fault(locator, Sentence.of(ZipDirectory.class, "zip.end.place"));
        }
        return at;
    }

    private void readEntries(long end, long count) throws MalformedTensorFileException {
        long at = begin;
        while (at < end) {
            if (end - at < ENTRY_BYTES || bytes.get(INT, at) != ENTRY) {
                throw fault(at, Sentence.of(ZipDirectory.class, "zip.entry"));
            }
            int name = unsignedShort(at + 28);
            int extra = unsignedShort(at + 30);
            long next = at + ENTRY_BYTES + name + extra + unsignedShort(at + 32);
            if (next > end) {
                throw fault(at, Sentence.of(ZipDirectory.class, "zip.entry.beyond"));
            }
            ZipEntry entry = entry(at, name, extra);
            if (entries.put(entry.name(), entry) != null) {
                throw fault(
                        at,
                        Sentence.of(
                                ZipDirectory.class, "zip.entry.twice", Wording.name(entry.name())));
            }
            at = next;
        }
        if (entries.size() != count) {
            throw fault(
                    end,
                    Sentence.of(
                            ZipDirectory.class,
                            "zip.count",
                            entries.size(),
                            Long.toUnsignedString(count)));
        }
    }

    private ZipEntry entry(long at, int name, int extra) throws MalformedTensorFileException {
        var wide = new Zip64Numbers(at + ENTRY_BYTES + name, extra);
        long size = wide.replaced(unsignedInt(at + 24));
        long packed = wide.replaced(unsignedInt(at + 20));
        long header = wide.replaced(unsignedInt(at + 42));
        return new ZipEntry(
                text(at + ENTRY_BYTES, name),
                unsignedShort(at + 8),
                unsignedShort(at + 10),
                packed,
                size,
                header,
                at);
    }

    /// The 64-bit numbers of an entry that stand, in this order, for those that 32 bits do not
    /// hold.
    private final class Zip64Numbers {
        private final long end;
        private long at;

        Zip64Numbers(long begin, int length) throws MalformedTensorFileException {
            long field = begin;
            end = begin + length;
            while (end - field >= 4 && unsignedShort(field) != ZIP64) {
                field += 4 + unsignedShort(field + 2);
            }
            at = Math.min(end, field + 4);
        }

        long replaced(long number) throws MalformedTensorFileException {
            if (number != INT_FULL) {
                return number;
            }
            if (end - at < Long.BYTES) {
                throw fault(at, Sentence.of(ZipDirectory.class, "zip.entry.size"));
            }
            at += Long.BYTES;
            return bytes.get(LONG, at - Long.BYTES);
        }
    }

    /// By name.
    Map<String, ZipEntry> entries() {
        return entries;
    }

    /// The byte of the file where a stored entry's bytes begin; all of them lie before the
    /// directory.
    ///
    /// @throws RefusedTensorFileException when the entry is compressed or encrypted
    long begin(ZipEntry entry) throws IOException {
        String name = Wording.name(entry.name());
        if (!entry.stored()) {
            throw new RefusedTensorFileException(
                    file, entry.at(), Sentence.of(ZipDirectory.class, "refused.compressed", name));
        }
        long header = entry.header();
        if (header < 0 || header > begin - HEADER_BYTES || bytes.get(INT, header) != HEADER) {
            throw fault(entry.at(), Sentence.of(ZipDirectory.class, "zip.header", name));
        }
        int length = unsignedShort(header + 26);
        long data = header + HEADER_BYTES + length + unsignedShort(header + 28);
        if (entry.size() < 0
                || entry.packed() != entry.size()
                || data > begin
                || entry.size() > begin - data) {
            throw fault(
                    entry.at(), Sentence.of(ZipDirectory.class, "zip.bytes", name, entry.size()));
        }
        if (!text(header + HEADER_BYTES, length).equals(entry.name())) {
            throw fault(header, Sentence.of(ZipDirectory.class, "zip.name", name));
        }
        return data;
    }

    private String text(long at, int length) {
        var encoded = new byte[length];
        MemorySegment.copy(bytes, JAVA_BYTE, at, encoded, 0, length);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    private int unsignedShort(long at) {
        return bytes.get(SHORT, at) & 0xffff;
    }

    private long unsignedInt(long at) {
        return Integer.toUnsignedLong(bytes.get(INT, at));
    }

    private MalformedTensorFileException fault(long offset, Sentence fault) {
        return new MalformedTensorFileException(file, offset, fault);
    }
}
