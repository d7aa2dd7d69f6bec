package org.clpworkbench.wordvectors;

/// 1 / (1 + e⁻ˣ) from a table, to 2e-6: the same bits on every processor, which `Math.exp` does not
/// promise.
final class Sigmoid {
    private static final int BOUND = 16;
    private static final int STEPS = 64;
    private static final float[] TABLE = new float[2 * BOUND * STEPS + 2];

    static {
        for (int at = 0; at < TABLE.length; at++) {
            double x = (double) at / STEPS - BOUND;
            TABLE[at] = (float) (1 / (1 + StrictMath.exp(-x)));
        }
    }

    private Sigmoid() {}

    static float of(float x) {
        if (!(x > -BOUND)) {
            return 0;
        }
        if (x >= BOUND) {
            return 1;
        }
        float place = (x + BOUND) * STEPS;
        int at = (int) place;
        return TABLE[at] + (place - at) * (TABLE[at + 1] - TABLE[at]);
    }
}
