package org.clpworkbench.vocab;

import java.util.Locale;

/// Which target tokens count as the same token of the source: see the user guide, "Matching".
public enum Matching {
    /// The same string in both vocabularies, special tokens included (CLP-Transfer, paper and
    /// released code).
    EXACT,
    /// The same {@link CanonicalToken}; special tokens by their role (FOCUS).
    CANONICAL,
    /// The same canonical text without white space and case; the source token with the lowest id
    /// wins (FOCUS).
    FUZZY,
    /// Special tokens by their role, and nothing else (WECHSEL).
    ROLES;

    /// As commands and files write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
