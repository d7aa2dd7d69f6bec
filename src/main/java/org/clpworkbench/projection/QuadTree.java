package org.clpworkbench.projection;

import java.util.Arrays;

/// Points of a plane in ever smaller squares, so that many that are far away count as one (Barnes,
/// Hut 1986; van der Maaten 2014). The points are sorted along a Morton curve, and the squares
/// stand in the order of a walk through the tree, each with the place where the walk goes on behind
/// it. Built again after each move, in the same memory.
final class QuadTree {
    /// A square counts as one point where its side is below this share of the distance to it.
    static final double THETA = 0.5;

    private static final int BITS = 20;
    private static final int INDEX_BITS = 22;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final long[] keys;
    private final double[] x;
    private final double[] y;
    private final int[] mass;
    private final double[] square;
    private final int[] behind;
    private double side;
    private int count;

    QuadTree(int points) {
        if (points > INDEX) {
            throw new IllegalArgumentException(
                    "%,d points are more than a map can hold.".formatted(points));
        }
        keys = new long[points];
        // a square with one part only is left out, so there are fewer squares than points
        int most = Math.max(1, 2 * points);
        x = new double[most];
        y = new double[most];
        mass = new int[most];
        square = new double[most];
        behind = new int[most];
    }

    void build(Plane plane) {
        double left = Arrays.stream(plane.x()).min().orElse(0);
        double low = Arrays.stream(plane.y()).min().orElse(0);
        double wide = Arrays.stream(plane.x()).max().orElse(0) - left;
        double high = Arrays.stream(plane.y()).max().orElse(0) - low;
        side = Math.max(Math.max(wide, high), Double.MIN_NORMAL);
        double cells = (1 << BITS) - 1;
        for (int point = 0; point < keys.length; point++) {
            long across = (long) ((plane.x()[point] - left) / side * cells);
            long up = (long) ((plane.y()[point] - low) / side * cells);
            keys[point] = (spread(across) | spread(up) << 1) << INDEX_BITS | point;
        }
        Arrays.parallelSort(keys);
        count = 0;
        if (keys.length > 0) {
            square(plane, 0, keys.length);
        }
    }

    /// The point that stands `place`-th along the curve: neighbours there are neighbours in the
    /// plane.
    int point(int place) {
        return (int) (keys[place] & INDEX);
    }

    /// The push of all points on one at (px, py), by Student's t with one degree of freedom.
    ///
    /// @param push is given Σ q²·(p − r) in its first two elements, q = 1/(1 + |p − r|²)
    /// @return Σ q, a point at the very place included
    double push(double px, double py, double[] push) {
        double sum = 0;
        double across = 0;
        double up = 0;
        for (int at = 0; at < count; ) {
            double dx = px - x[at];
            double dy = py - y[at];
            double distance = dx * dx + dy * dy;
            boolean leaf = behind[at] == at + 1;
            if (leaf || square[at] < THETA * THETA * distance) {
                double near = 1 / (1 + distance);
                double all = mass[at] * near;
                sum += all;
                across += all * near * dx;
                up += all * near * dy;
                at = behind[at];
            } else {
                at++;
            }
        }
        push[0] = across;
        push[1] = up;
        return sum;
    }

    private void square(Plane plane, int from, int to) {
        int own = count++;
        mass[own] = to - from;
        double across = 0;
        double up = 0;
        long differing = (keys[from] ^ keys[to - 1]) >>> INDEX_BITS;
        if (differing == 0) {
            for (int place = from; place < to; place++) {
                across += plane.x()[point(place)];
                up += plane.y()[point(place)];
            }
            square[own] = 0;
        } else {
            int level = (63 - Long.numberOfLeadingZeros(differing)) / 2;
            double length = side * (2 << level) / (1 << BITS);
            square[own] = length * length;
            int shift = INDEX_BITS + 2 * level;
            for (int begin = from; begin < to; ) {
                long beyond = ((keys[begin] >>> shift) + 1) << shift;
                int found = Arrays.binarySearch(keys, begin, to, beyond);
                int end = found < 0 ? -found - 1 : found;
                int part = count;
                square(plane, begin, end);
                across += x[part] * mass[part];
                up += y[part] * mass[part];
                begin = end;
            }
        }
        x[own] = across / mass[own];
        y[own] = up / mass[own];
        behind[own] = count;
    }

    /// The bits with a 0 between any two.
    private static long spread(long bits) {
        long spread = bits;
        spread = (spread | spread << 16) & 0x0000ffff0000ffffL;
        spread = (spread | spread << 8) & 0x00ff00ff00ff00ffL;
        spread = (spread | spread << 4) & 0x0f0f0f0f0f0f0f0fL;
        spread = (spread | spread << 2) & 0x3333333333333333L;
        return (spread | spread << 1) & 0x5555555555555555L;
    }
}
