package org.clpworkbench.transfer;

import java.util.Arrays;

/// One vector being rebuilt from anchors' vectors by orthogonal matching pursuit. The chosen
/// vectors are kept as V = QR (modified Gram–Schmidt), so that what is left of the target is always
/// at right angles to all of them. In F64.
final class Pursuit {
    /// What is left, or new in an atom, below this share of its length counts as nothing.
    private static final double NOTHING = 1e-6;

    private final Anchors anchors;
    private final int width;
    private final double length;
    private final double[] left;
    private final int[] chosen;
    private final double[][] q;
    private final double[][] r;
    private final double[] projections;
    private int count;
    private boolean ended;

    Pursuit(Anchors anchors, float[] vectors, int from, int atoms) {
        this.anchors = anchors;
        width = anchors.spaceWidth();
        left = new double[width];
        Arrays.setAll(left, column -> vectors[from + column]);
        length = norm(left);
        chosen = new int[atoms];
        q = new double[atoms][];
        r = new double[atoms][];
        projections = new double[atoms];
        ended = length == 0;
    }

    /// Writes what is still to be rebuilt; nothing once the pursuit has ended.
    void residual(float[] target, int at) {
        for (int column = 0; column < width && !ended; column++) {
            target[at + column] = (float) left[column];
        }
    }

    /// Takes the anchor whose vector has the greatest cosine, in size, with what is left.
    void take(float[] cosines, int from) {
        if (ended) {
            return;
        }
        int best = -1;
        for (int place = 0; place < anchors.count(); place++) {
            float size = Math.abs(cosines[from + place]);
            if ((best < 0 || size > Math.abs(cosines[from + best])) && !taken(place)) {
                best = place;
            }
        }
        ended = best < 0 || !add(best);
    }

    private boolean taken(int place) {
        for (int at = 0; at < count; at++) {
            if (chosen[at] == place) {
                return true;
            }
        }
        return false;
    }

    /// Whether it added something, and something is left.
    private boolean add(int place) {
        double[] direction = new double[width];
        Arrays.setAll(direction, column -> anchors.vectors()[place * width + column]);
        double whole = norm(direction);
        double[] parts = new double[count + 1];
        for (int at = 0; at < count; at++) {
            parts[at] = dot(q[at], direction);
            subtract(direction, parts[at], q[at]);
        }
        double rest = norm(direction);
        if (!(rest > NOTHING * whole)) {
            return false;
        }
        parts[count] = rest;
        for (int column = 0; column < width; column++) {
            direction[column] /= rest;
        }
        chosen[count] = place;
        q[count] = direction;
        r[count] = parts;
        projections[count] = dot(direction, left);
        subtract(left, projections[count], direction);
        count++;
        return norm(left) > NOTHING * length;
    }

    /// The least-squares weights R⁻¹Qᵀh of what was chosen.
    Shares shares() {
        double[] weights = new double[count];
        for (int row = count - 1; row >= 0; row--) {
            double value = projections[row];
            for (int column = row + 1; column < count; column++) {
                value -= r[column][row] * weights[column];
            }
            weights[row] = value / r[row][row];
        }
        return new Shares(Arrays.copyOf(chosen, count), weights);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int at = 0; at < a.length; at++) {
            sum += a[at] * b[at];
        }
        return sum;
    }

    private static void subtract(double[] from, double scale, double[] direction) {
        for (int at = 0; at < from.length; at++) {
            from[at] -= scale * direction[at];
        }
    }

    private static double norm(double[] row) {
        return Math.sqrt(dot(row, row));
    }
}
