package org.clpworkbench.data;

/// How many bytes an id takes in a file.
enum IdWidth {
    /// Ids below 65,536.
    NARROW(2),
    WIDE(4);

    private static final int NARROW_IDS = 1 << 16;

    private final int bytes;

    IdWidth(int bytes) {
        this.bytes = bytes;
    }

    /// @param idRange above every id
    static IdWidth of(int idRange) {
        return idRange <= NARROW_IDS ? NARROW : WIDE;
    }

    static IdWidth ofBytes(int bytes) {
        return bytes == NARROW.bytes ? NARROW : WIDE;
    }

    int bytes() {
        return bytes;
    }
}
