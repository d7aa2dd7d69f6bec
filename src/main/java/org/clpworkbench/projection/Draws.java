package org.clpworkbench.projection;

/// Random numbers that belong to a place (a seed, an epoch, a row) and not to the order in which
/// threads come by. The mixing is that of SplitMix64 (Steele, Lea, Flood 2014).
final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Draws() {}

    /// The beginning of a stream of its own for each place.
    static long stream(long seed, long place) {
        return mix(mix(seed + GOLDEN) + place * GOLDEN);
    }

    /// The state after `state`; {@link #below} and {@link #fraction} read it.
    static long next(long state) {
        return state + GOLDEN;
    }

    /// 0 to `bound` − 1.
    static int below(long state, int bound) {
        return (int) (((mix(state) >>> 32) * bound) >>> 32);
    }

    /// 0 inclusive to 1 exclusive.
    static double fraction(long state) {
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
