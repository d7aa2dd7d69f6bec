package org.clpworkbench.projection;

import org.clpworkbench.compute.OrderedBlocks;

/// Work on points of a plane, in pieces that do not depend on the number of cores.
final class Chunks {
    private static final int SIZE = 1024;

    /// Does the points `[from, to)`; what it returns is summed up.
    @FunctionalInterface
    interface Work {
        double on(int from, int to);
    }

    private Chunks() {}

    /// The sum over all pieces, taken in their order.
    static double sum(int points, Work work) {
        double[] sum = {0};
        OrderedBlocks.run(
                Math.ceilDiv(points, SIZE),
                piece -> work.on(piece * SIZE, Math.min(points, (piece + 1) * SIZE)),
                part -> sum[0] += part);
        return sum[0];
    }
}
