package org.clpworkbench.vocab.bpe;

import java.util.Arrays;

/// How often two symbols stand beside each other: a hash table of numbers.
final class PairCounts {
    private static final long NONE = -1;

    private long[] pairs = new long[1 << 16];
    private long[] counts = new long[pairs.length];
    private int size;

    PairCounts() {
        Arrays.fill(pairs, NONE);
    }

    /// A pair as one number, in the order of the left, then the right symbol.
    static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }

    /// 0 for a pair that was never added.
    long count(long pair) {
        int slot = slot(pair);
        return pairs[slot] == NONE ? 0 : counts[slot];
    }

    void add(long pair, long count) {
        int slot = slot(pair);
        if (pairs[slot] == NONE) {
            pairs[slot] = pair;
            size++;
        }
        counts[slot] += count;
        if (size > pairs.length / 4 * 3) {
            grow();
        }
    }

    /// Where the pair is or would be.
    private int slot(long pair) {
        int mask = pairs.length - 1;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (pairs[slot] != pair && pairs[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldPairs = pairs;
        long[] oldCounts = counts;
        pairs = new long[2 * oldPairs.length];
        counts = new long[pairs.length];
        Arrays.fill(pairs, NONE);
        for (int old = 0; old < oldPairs.length; old++) {
            if (oldPairs[old] != NONE) {
                int slot = slot(oldPairs[old]);
                pairs[slot] = oldPairs[old];
                counts[slot] = oldCounts[old];
            }
        }
    }
}
