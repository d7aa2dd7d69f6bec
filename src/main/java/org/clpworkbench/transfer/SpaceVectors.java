package org.clpworkbench.transfer;

/// The vectors of one space: those of the anchors that have one, and those of target tokens.
interface SpaceVectors {
    int width();

    /// The source ids of the anchors, in the order of {@link #anchorVectors}.
    int[] anchorIds();

    /// |O| × width, row-major.
    float[] anchorVectors();

    /// Whether anything is known of a target token.
    boolean has(int targetId);

    /// Writes a target token's vector to `into` from `at` on.
    void read(int targetId, float[] into, int at);

    /// The vectors of some target tokens: ids.length × width.
    default float[] gather(int[] targetIds) {
        float[] vectors = new float[Math.multiplyExact(targetIds.length, width())];
        for (int at = 0; at < targetIds.length; at++) {
            read(targetIds[at], vectors, at * width());
        }
        return vectors;
    }
}
