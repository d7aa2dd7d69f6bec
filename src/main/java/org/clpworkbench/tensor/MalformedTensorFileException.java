package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.nio.file.Path;

/// A tensor file that breaks its format; the message names the file, the byte and the fault.
public final class MalformedTensorFileException extends ToldException {
    private static final long serialVersionUID = 1;

    private final long offset;

    /// @param offset the byte of the file, from 0, at which the fault shows
    /// @param fault what is filled in may be out of the file itself
    public MalformedTensorFileException(Path file, long offset, Sentence fault) {
        super(
                Sentence.of(
                        MalformedTensorFileException.class,
                        "damaged",
                        file,
                        offset,
                        Wording.tamed(fault)));
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
