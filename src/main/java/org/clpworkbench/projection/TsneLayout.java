package org.clpworkbench.projection;

import org.clpworkbench.job.Progress;

import java.util.Arrays;

/// Moves points until the probabilities of being neighbours are in the plane what they are in the
/// graph (van der Maaten 2014): gradient descent with momentum and gains, at first with all pulls
/// exaggerated. Learning rate by Belkina et al. 2019.
final class TsneLayout {
    static final int ITERATIONS = 750;

    private static final int EXAGGERATED = 250;
    private static final double EXAGGERATION = 12;
    private static final double SPREAD = 1e-4;
    private static final double LEAST_RATE = 200;
    private static final double LEAST_GAIN = 0.01;

    private final NeighbourGraph graph;
    private final Plane plane;
    private final QuadTree tree;
    private final Plane pull;
    private final Plane push;
    private final Plane speed;
    private final Plane gain;
    private final double rate;

    private TsneLayout(NeighbourGraph graph, Plane start) {
        int points = graph.points();
        this.graph = graph;
        plane = start;
        tree = new QuadTree(points);
        pull = new Plane(new double[points], new double[points]);
        push = new Plane(new double[points], new double[points]);
        speed = new Plane(new double[points], new double[points]);
        gain = new Plane(new double[points], new double[points]);
        Arrays.fill(gain.x(), 1);
        Arrays.fill(gain.y(), 1);
        rate = Math.max(LEAST_RATE, points / EXAGGERATION);
    }

    /// Stage: "Arranging tokens".
    ///
    /// @param scores along the principal axes, points × width; the first two are where points begin
    static Plane of(NeighbourGraph graph, float[] scores, int width, long seed, Progress progress) {
        progress.stage("Arranging tokens");
        var layout = new TsneLayout(graph, start(scores, width, seed));
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            progress.checkCancelled();
            layout.move(iteration < EXAGGERATED);
            progress.update(iteration + 1, ITERATIONS, "iterations");
        }
        return layout.plane;
    }

    private static Plane start(float[] scores, int width, long seed) {
        double squares = 0;
        for (int at = 0; at < scores.length; at += width) {
            squares += (double) scores[at] * scores[at];
        }
        double deviation = Math.sqrt(squares / Math.max(1, scores.length / width));
        Plane start = Plane.ofScores(scores, width, deviation > 0 ? SPREAD / deviation : 0);
        for (int point = 0; point < start.points(); point++) {
            // rows that are equal must not stand on one spot, where nothing would part them
            long stream = Draws.stream(seed, point);
            start.x()[point] += SPREAD * 0.01 * (Draws.fraction(stream) - 0.5);
            start.y()[point] += SPREAD * 0.01 * (Draws.fraction(Draws.next(stream)) - 0.5);
        }
        return start;
    }

    private void move(boolean exaggerated) {
        tree.build(plane);
        double all = Chunks.sum(plane.points(), this::forces);
        double pulls = exaggerated ? EXAGGERATION : 1;
        double momentum = exaggerated ? 0.5 : 0.8;
        step(plane.x(), pull.x(), push.x(), speed.x(), gain.x(), pulls, all, momentum);
        step(plane.y(), pull.y(), push.y(), speed.y(), gain.y(), pulls, all, momentum);
    }

    /// The pulls and pushes on the points in some places of the tree's order; how much these add to
    /// the sum over all pairs.
    private double forces(int from, int to) {
        double sum = 0;
        double[] pushed = new double[2];
        for (int place = from; place < to; place++) {
            int point = tree.point(place);
            double x = plane.x()[point];
            double y = plane.y()[point];
            sum += tree.push(x, y, pushed) - 1;
            push.x()[point] = pushed[0];
            push.y()[point] = pushed[1];
            double across = 0;
            double up = 0;
            for (int edge = graph.starts()[point]; edge < graph.starts()[point + 1]; edge++) {
                double dx = x - plane.x()[graph.ends()[edge]];
                double dy = y - plane.y()[graph.ends()[edge]];
                double weight = graph.weights()[edge] / (1 + dx * dx + dy * dy);
                across += weight * dx;
                up += weight * dy;
            }
            pull.x()[point] = across;
            pull.y()[point] = up;
        }
        return sum;
    }

    private void step(
            double[] places,
            double[] pulls,
            double[] pushes,
            double[] speeds,
            double[] gains,
            double exaggeration,
            double all,
            double momentum) {
        double mean = 0;
        for (int point = 0; point < places.length; point++) {
            double slope = exaggeration * pulls[point] - pushes[point] / all;
            boolean onward = slope > 0 != speeds[point] > 0;
            double larger = onward ? gains[point] + 0.2 : gains[point] * 0.8;
            gains[point] = Math.max(LEAST_GAIN, larger);
            speeds[point] = momentum * speeds[point] - rate * gains[point] * slope;
            places[point] += speeds[point];
            mean += places[point];
        }
        mean /= places.length;
        for (int point = 0; point < places.length; point++) {
            places[point] -= mean;
        }
    }
}
