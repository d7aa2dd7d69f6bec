package org.clpworkbench.projection;

import org.clpworkbench.job.Progress;

/// Moves points until those that are near in the graph are near in the plane (McInnes, Healy,
/// Melville 2018, algorithm 5): an edge pulls its ends together as often as its weight says, and
/// each time pushes a few points that were drawn at random away.
///
/// In an epoch every point is moved on its own, the others standing where the last epoch left them;
/// so the picture owes nothing to the number of threads.
final class UmapLayout {
    /// Points drawn for each pull.
    static final int NEGATIVES = 5;

    static final double LEAST_DISTANCE = 0.1;
    static final double SPREAD = 1;

    /// Of the curve 1 / (1 + a·d^2b) that comes closest to this least distance and spread.
    static final double A = 1.576943;

    static final double B = 0.8950609;

    private static final double LONGEST_STEP = 4;
    private static final double EXTENT = 10;
    private static final double JITTER = 1e-4;
    private static final int FEW = 10_000;
    private static final int EPOCHS_OF_FEW = 500;
    private static final int EPOCHS = 200;

    private final NeighbourGraph graph;
    private final long seed;
    private final int epochs;
    private final double heaviest;
    private Plane now;
    private Plane next;

    private UmapLayout(NeighbourGraph graph, Plane start, long seed) {
        this.graph = graph;
        this.seed = seed;
        epochs = epochs(graph.points());
        double most = 0;
        for (float weight : graph.weights()) {
            most = Math.max(most, weight);
        }
        heaviest = most;
        now = start;
        next = new Plane(start.x().clone(), start.y().clone());
    }

    static int epochs(int points) {
        return points <= FEW ? EPOCHS_OF_FEW : EPOCHS;
    }

    /// Stage: "Arranging tokens".
    ///
    /// @param scores along the principal axes, points × width; the first two are where points begin
    static Plane of(NeighbourGraph graph, float[] scores, int width, long seed, Progress progress) {
        progress.stage("Arranging tokens");
        var layout = new UmapLayout(graph, start(scores, width, seed), seed);
        for (int epoch = 0; epoch < layout.epochs; epoch++) {
            progress.checkCancelled();
            layout.move(epoch);
            progress.update(epoch + 1, layout.epochs, "epochs");
        }
        return layout.now;
    }

    private static Plane start(float[] scores, int width, long seed) {
        double most = 0;
        for (int at = 0; at < scores.length; at++) {
            most = at % width < 2 ? Math.max(most, Math.abs(scores[at])) : most;
        }
        Plane start = Plane.ofScores(scores, width, most > 0 ? EXTENT / most : 1);
        for (int point = 0; point < start.points(); point++) {
            // rows that are equal must not stand on one spot, where nothing would part them
            long stream = Draws.stream(seed, -1 - point);
            start.x()[point] += JITTER * (Draws.fraction(stream) - 0.5);
            start.y()[point] += JITTER * (Draws.fraction(Draws.next(stream)) - 0.5);
        }
        return start;
    }

    private void move(int epoch) {
        double step = 1 - (double) epoch / epochs;
        Chunks.sum(
                graph.points(),
                (from, to) -> {
                    for (int point = from; point < to; point++) {
                        move(point, epoch, step);
                    }
                    return 0;
                });
        Plane done = now;
        now = next;
        next = done;
    }

    private void move(int point, int epoch, double step) {
        double x = now.x()[point];
        double y = now.y()[point];
        long draw = Draws.stream(seed + epoch, point);
        for (int edge = graph.starts()[point]; edge < graph.starts()[point + 1]; edge++) {
            if (!due(edge, epoch)) {
                continue;
            }
            int other = graph.ends()[edge];
            // as the edge's one end and as its other
            for (int end = 0; end < 2; end++) {
                double dx = x - now.x()[other];
                double dy = y - now.y()[other];
                double pull = pull(dx * dx + dy * dy);
                x += step * clipped(pull * dx);
                y += step * clipped(pull * dy);
            }
            for (int drawn = 0; drawn < NEGATIVES; drawn++) {
                draw = Draws.next(draw);
                int far = Draws.below(draw, graph.points());
                if (far != point && far != other) {
                    double dx = x - now.x()[far];
                    double dy = y - now.y()[far];
                    double push = push(dx * dx + dy * dy);
                    x += step * clipped(push * dx);
                    y += step * clipped(push * dy);
                }
            }
        }
        next.x()[point] = x;
        next.y()[point] = y;
    }

    /// An edge of half the greatest weight is due in every other epoch, and so on.
    private boolean due(int edge, int epoch) {
        double often = graph.weights()[edge] / heaviest;
        if (often * epochs < 1) {
            return false;
        }
        double phase = Draws.fraction(Draws.stream(seed, edge));
        return Math.floor((epoch + 1) * often + phase) > Math.floor(epoch * often + phase);
    }

    private static double pull(double square) {
        if (square <= 0) {
            return 0;
        }
        double power = Math.pow(square, B);
        return -2 * A * B * (power / square) / (1 + A * power);
    }

    private static double push(double square) {
        return 2 * B / ((0.001 + square) * (1 + A * Math.pow(square, B)));
    }

    private static double clipped(double step) {
        return Math.clamp(step, -LONGEST_STEP, LONGEST_STEP);
    }
}
