package org.clpworkbench.vocab;

/// How frequent a token is in a text, by its rank among the tokens of that text.
public enum FrequencyClass {
    TOP_100(100),
    TOP_1000(1000),
    TOP_10000(10_000),
    RARER(Integer.MAX_VALUE),
    ABSENT(0);

    private final int lastRank;

    FrequencyClass(int lastRank) {
        this.lastRank = lastRank;
    }

    /// @param rank 1 for the most frequent token, 0 for one that is not in the text
    static FrequencyClass ofRank(int rank) {
        if (rank == 0) {
            return ABSENT;
        }
        for (FrequencyClass one : values()) {
            if (rank <= one.lastRank) {
                return one;
            }
        }
        return RARER;
    }
}
