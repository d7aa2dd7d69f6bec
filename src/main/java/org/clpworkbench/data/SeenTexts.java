package org.clpworkbench.data;

/// Documents that have been seen, by their 128 bits: 23 to 46 bytes each, three times that for a
/// moment when it grows.
final class SeenTexts {
    private static final int FIRST = 1 << 12;
    private static final double FULL = 0.7;

    private long[] high = new long[FIRST];
    private long[] low = new long[FIRST];
    private int count;

    /// Whether it was not there before.
    boolean add(TextDigest digest) {
        // all zero bits mark a free place
        long first = digest.high() == 0 && digest.low() == 0 ? 1 : digest.high();
        if (count >= FULL * high.length) {
            grow();
        }
        boolean added = put(first, digest.low());
        count += added ? 1 : 0;
        return added;
    }

    private boolean put(long first, long second) {
        int mask = high.length - 1;
        int at = (int) second & mask;
        while (high[at] != 0 || low[at] != 0) {
            if (high[at] == first && low[at] == second) {
                return false;
            }
            at = (at + 1) & mask;
        }
        high[at] = first;
        low[at] = second;
        return true;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        high = new long[Math.multiplyExact(2, oldHigh.length)];
        low = new long[high.length];
        for (int at = 0; at < oldHigh.length; at++) {
            if (oldHigh[at] != 0 || oldLow[at] != 0) {
                put(oldHigh[at], oldLow[at]);
            }
        }
    }
}
