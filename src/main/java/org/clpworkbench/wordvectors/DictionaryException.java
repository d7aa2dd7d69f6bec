package org.clpworkbench.wordvectors;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

/// A dictionary that cannot serve; the message says what, where and what to do.
public final class DictionaryException extends ToldException {
    private static final long serialVersionUID = 1;

    public DictionaryException(Sentence sentence) {
        super(sentence);
    }
}
