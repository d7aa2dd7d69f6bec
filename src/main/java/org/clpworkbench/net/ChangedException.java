package org.clpworkbench.net;

import org.clpworkbench.problem.Sentence;

/// A file became another while it was being fetched, so that what is there and what is still to
/// come do not belong together.
public final class ChangedException extends RefusedException {
    private static final long serialVersionUID = 1;

    public ChangedException(Sentence sentence) {
        super(sentence);
    }
}
