package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.nio.file.Path;

/// A tensor file that may be whole but holds what this program does not read; the message names the
/// file, the byte, what stands there and what to do.
public final class RefusedTensorFileException extends ToldException {
    private static final long serialVersionUID = 1;

    private final long offset;

    /// @param offset the byte of the file, from 0, at which the refused thing stands
    public RefusedTensorFileException(Path file, long offset, Sentence reason) {
        super(Sentence.of(RefusedTensorFileException.class, "refused", file, offset, reason));
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
