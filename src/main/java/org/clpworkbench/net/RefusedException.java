package org.clpworkbench.net;

import java.io.IOException;

/// An answer that asking again would not change.
public class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public RefusedException(String sentence) {
        super(sentence);
    }

    public RefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
