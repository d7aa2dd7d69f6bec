package org.clpworkbench.transfer;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Generators that depend on the run's seed and on what they draw for, not on the order of work.
final class Seeds {
    private Seeds() {}

    static RandomGenerator of(long seed, long stream) {
        return new SplittableRandom(mixed(mixed(seed) + stream));
    }

    static RandomGenerator of(long seed, String name) {
        return of(seed, ((long) name.hashCode() << 32) ^ name.length());
    }

    /// Spreads a number over all bits: seeds that lie a fixed distance apart would give one and the
    /// same sequence, shifted.
    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
