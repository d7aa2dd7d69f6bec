package org.clpworkbench.projection;

/// What of a row counts; the rows' mean is taken away in either.
public enum RowSpace {
    /// Every row is first scaled to length 1, so that long rows do not stand apart.
    DIRECTIONS("directions"),
    /// The rows as they stand.
    ROWS("rows");

    private final String word;

    RowSpace(String word) {
        this.word = word;
    }

    /// As files write it.
    public String word() {
        return word;
    }
}
