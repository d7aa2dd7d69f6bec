package org.clpworkbench.vocab.bpe;

import java.io.IOException;

/// Bytes that are no UTF-8.
final class NotUtf8Exception extends IOException {
    private final int offset;

    /// @param offset of the first of them in what was read
    NotUtf8Exception(int offset) {
        super("no UTF-8 at byte " + offset);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
