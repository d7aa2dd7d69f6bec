package org.clpworkbench.data;

/// What becomes of a document.
public enum Fate {
    TRAINING,
    VALIDATION,
    /// It says nothing but white space.
    BLANK,
    /// One before it says the same.
    DUPLICATE,
    /// It is in another language or script than those asked for.
    OTHER_LANGUAGE;

    public boolean taken() {
        return this == TRAINING || this == VALIDATION;
    }
}
