package org.clpworkbench.vocab;

/// Which target tokens count as the same token of the source: see the user guide, "Matching".
public enum Matching {
    EXACT,
    CANONICAL,
    FUZZY
}
