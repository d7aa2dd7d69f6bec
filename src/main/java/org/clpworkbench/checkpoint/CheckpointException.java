package org.clpworkbench.checkpoint;

import java.io.IOException;

/// A model folder that cannot be used; the message says what, where and what to do.
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    public CheckpointException(String message) {
        super(message);
    }
}
