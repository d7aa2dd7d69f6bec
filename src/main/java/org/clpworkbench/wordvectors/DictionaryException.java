package org.clpworkbench.wordvectors;

import java.io.IOException;

/// A dictionary that cannot serve; the message says what, where and what to do.
public final class DictionaryException extends IOException {
    private static final long serialVersionUID = 1;

    public DictionaryException(String message) {
        super(message);
    }
}
