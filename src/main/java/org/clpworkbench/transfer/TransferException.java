package org.clpworkbench.transfer;

import java.io.IOException;

/// A transfer that cannot be done; the message says what, where and what to do.
public final class TransferException extends IOException {
    private static final long serialVersionUID = 1;

    public TransferException(String message) {
        super(message);
    }
}
