package org.clpworkbench.projection;

import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Neighbours;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;

import java.util.Arrays;

/// What a map keeps: the share of a row's nearest rows that are also its nearest points.
final class KeptNeighbours {
    private static final int SAMPLE = 400;
    private static final int NEAREST = 10;

    private KeptNeighbours() {}

    /// Over rows spread evenly over the matrix. Stage: "Measuring what the map keeps".
    ///
    /// @param rows whose cosines count
    static double share(Rows rows, float[] x, float[] y, Progress progress) {
        progress.stage("Measuring what the map keeps");
        int many = Math.min(SAMPLE, rows.count());
        int near = Math.min(NEAREST, rows.count() - 1);
        int[] sample = new int[many];
        Arrays.setAll(sample, at -> (int) ((long) at * rows.count() / many));
        Neighbours before =
                NeighbourSearch.of(
                        rows,
                        sample,
                        near,
                        (done, total) -> {
                            progress.checkCancelled();
                            progress.update(done, total, "blocks");
                        });
        int[] kept = {0};
        OrderedBlocks.run(
                many,
                at -> common(before.rows()[at], nearest(x, y, sample[at], near)),
                both -> {
                    progress.checkCancelled();
                    kept[0] += both;
                });
        return (double) kept[0] / Math.max(1, many * near);
    }

    private static int common(int[] some, int[] others) {
        return (int)
                Arrays.stream(some)
                        .filter(row -> Arrays.stream(others).anyMatch(other -> other == row))
                        .count();
    }

    /// The points nearest to one, itself left out.
    static int[] nearest(float[] x, float[] y, int point, int many) {
        int[] found = new int[many];
        double[] squares = new double[many];
        int count = 0;
        for (int other = 0; other < x.length; other++) {
            double dx = x[other] - x[point];
            double dy = y[other] - y[point];
            double square = dx * dx + dy * dy;
            if (other == point || (count == many && square >= squares[many - 1])) {
                continue;
            }
            int at = count < many ? count++ : many - 1;
            while (at > 0 && squares[at - 1] > square) {
                squares[at] = squares[at - 1];
                found[at] = found[at - 1];
                at--;
            }
            squares[at] = square;
            found[at] = other;
        }
        return found;
    }
}
