package org.clpworkbench.tensor;

/// What the directory of a zip archive says of one entry.
///
/// @param method 0 when the bytes are stored as they are
/// @param size bytes once unpacked
/// @param header the byte of the file where the entry's own header should begin
/// @param at the byte of the file where the directory speaks of it
record ZipEntry(String name, int flags, int method, long packed, long size, long header, long at) {
    boolean stored() {
        return method == 0 && (flags & 1) == 0;
    }
}
