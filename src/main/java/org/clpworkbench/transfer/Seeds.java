package org.clpworkbench.transfer;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Generators that depend on the run's seed and on what they draw for, not on the order of work.
final class Seeds {
    /// 2⁶⁴ / the golden ratio, odd: spreads neighbouring numbers over all bits.
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    static RandomGenerator of(long seed, long stream) {
        return new SplittableRandom(seed + GOLDEN * (stream + 1));
    }

    static RandomGenerator of(long seed, String name) {
        return of(seed, ((long) name.hashCode() << 32) ^ name.length());
    }
}
