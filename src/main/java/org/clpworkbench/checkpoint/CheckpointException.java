package org.clpworkbench.checkpoint;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

/// A model folder that cannot be used; the message says what, where and what to do.
public final class CheckpointException extends ToldException {
    private static final long serialVersionUID = 1;

    public CheckpointException(Sentence sentence) {
        super(sentence);
    }

    public CheckpointException(String message) {
        super(message);
    }
}
