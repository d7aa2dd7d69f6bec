package org.clpworkbench.net;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

/// An answer that asking again would not change.
public class RefusedException extends ToldException {
    private static final long serialVersionUID = 1;

    public RefusedException(Sentence sentence) {
        super(sentence);
    }

    public RefusedException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }
}
