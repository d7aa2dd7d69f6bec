package org.clpworkbench.transfer;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

/// A transfer that cannot be done; the message says what, where and what to do.
public final class TransferException extends ToldException {
    private static final long serialVersionUID = 1;

    public TransferException(Sentence sentence) {
        super(sentence);
    }

    public TransferException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }
}
