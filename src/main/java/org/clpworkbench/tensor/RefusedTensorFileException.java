package org.clpworkbench.tensor;

import java.io.IOException;
import java.nio.file.Path;

/// A tensor file that may be whole but holds what this program does not read; the message names the
/// file, the byte, what stands there and what to do.
public final class RefusedTensorFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final long offset;

    /// @param offset the byte of the file, from 0, at which the refused thing stands
    public RefusedTensorFileException(Path file, long offset, String reason) {
        super("%s is refused at byte %d: %s.".formatted(file, offset, Wording.sentence(reason)));
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
