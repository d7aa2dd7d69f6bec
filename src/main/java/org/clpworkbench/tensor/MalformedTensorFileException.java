package org.clpworkbench.tensor;

import java.io.IOException;
import java.nio.file.Path;

/// A tensor file that breaks its format; the message names the file, the byte and the fault.
public final class MalformedTensorFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final long offset;

    /// @param offset the byte of the file, from 0, at which the fault shows
    public MalformedTensorFileException(Path file, long offset, String fault) {
        super("%s is damaged at byte %d: %s.".formatted(file, offset, Wording.sentence(fault)));
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
