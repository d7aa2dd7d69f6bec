package org.clpworkbench.transfer;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// CRC-32 and CRC-32C of the same bytes, 64 bits together: tells, at the speed of memory, whether
/// bytes came back from a disk as they were given to it. Of accidents that change several bytes one
/// in 2⁶⁴ goes unseen; it is no defence against people, for which there is SHA-256.
final class PairedCrc {
    private final CRC32 first = new CRC32();
    private final CRC32C second = new CRC32C();

    void add(MemorySegment bytes) {
        first.update(bytes.asByteBuffer());
        second.update(bytes.asByteBuffer());
    }

    /// Of all that was added.
    long value() {
        return first.getValue() << Integer.SIZE | second.getValue();
    }
}
