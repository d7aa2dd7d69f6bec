package org.clpworkbench.ui.graph;

import org.clpworkbench.ui.common.TokenKind;
import org.jgrapht.alg.drawing.BarycenterGreedyTwoLayeredBipartiteLayout2D;
import org.jgrapht.alg.drawing.CircularLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.IndexedFRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// How the tokens of a picture are arranged. All but the first are JGraphT's. The same picture and
/// pins give the same places, every time.
public enum GraphLayout {
    /// Distance from the hub is dissimilarity.
    NEARNESS,
    /// Fruchterman and Reingold's springs.
    SPRINGS,
    /// All on one circle, alike ones side by side.
    CIRCLE,
    /// The token looked at in the middle, anchors on its left, the others on its right, with few
    /// crossings between.
    FACING;

    private static final int ITERATIONS = 120;
    private static final double FACTOR = 0.5;
    private static final double THETA = 0.5;
    private static final long SEED = 20261123;

    /// From here on forces are computed over a tree.
    private static final int MANY = 150;

    /// The seed of the springs that places owe something to: two other arrangements take the order
    /// around a token from them.
    public OptionalLong seed() {
        return this == FACING ? OptionalLong.empty() : OptionalLong.of(SEED);
    }

    /// Where everything stands, pinned tokens where they were put.
    public Map<Integer, Place> places(TokenPicture picture, Map<Integer, Place> pins) {
        if (this == NEARNESS || picture.around().isEmpty()) {
            return RadialLayout.of(picture, pins);
        }
        double half = reach(pins);
        var model = new MapLayoutModel2D<Integer>(Box2D.of(-half, -half, 2 * half, 2 * half));
        for (TokenNode node : picture.nodes()) {
            Place pin = pins.get(node.id());
            if (pin != null) {
                model.put(node.id(), Point2D.of(pin.x(), pin.y()));
                model.setFixed(node.id(), true);
            }
        }
        switch (this) {
            case NEARNESS -> throw new AssertionError();
            case SPRINGS -> springs(picture, pins, model);
            case CIRCLE -> circle(picture, pins, model);
            case FACING -> facing(picture, model);
        }
        var places = new HashMap<Integer, Place>();
        for (var point : model) {
            Point2D at = point.getValue();
            places.put(point.getKey(), new Place(at.getX(), at.getY()));
        }
        return places;
    }

    /// From where the nearness puts them, so that a small change moves little.
    private static void springs(
            TokenPicture picture, Map<Integer, Place> pins, LayoutModel2D<Integer> model) {
        var begin = RadialLayout.of(picture, pins);
        double scale = model.getDrawableArea().getWidth() / 2 / reach(begin);
        FRLayoutAlgorithm2D<Integer, DefaultWeightedEdge> springs =
                springs(picture.around().size());
        springs.setInitializer(
                id -> {
                    Place place = begin.getOrDefault(id, new Place(0, 0));
                    return Point2D.of(scale * place.x(), scale * place.y());
                });
        springs.layout(graph(picture, (_, _) -> true), model);
    }

    static FRLayoutAlgorithm2D<Integer, DefaultWeightedEdge> springs(int tokens) {
        return tokens < MANY
                ? new FRLayoutAlgorithm2D<>(ITERATIONS, FACTOR, new Random(SEED))
                : new IndexedFRLayoutAlgorithm2D<>(ITERATIONS / 3, THETA, FACTOR, new Random(SEED));
    }

    /// How far out anything stands, 1 at least.
    private static double reach(Map<Integer, Place> places) {
        return places.values().stream()
                .mapToDouble(place -> Math.max(Math.abs(place.x()), Math.abs(place.y())))
                .reduce(1, Math::max);
    }

    private static void circle(
            TokenPicture picture, Map<Integer, Place> pins, LayoutModel2D<Integer> model) {
        var near = RadialLayout.of(picture, pins);
        Comparator<Integer> byAngle =
                Comparator.comparingDouble(
                        id -> {
                            Place place = near.getOrDefault(id, new Place(0, 0));
                            return Math.atan2(place.y(), place.x());
                        });
        LayoutAlgorithm2D<Integer, DefaultWeightedEdge> circle =
                new CircularLayoutAlgorithm2D<>(1, byAngle.thenComparing(id -> id));
        circle.layout(graph(picture, (_, _) -> true), model);
    }

    private static void facing(TokenPicture picture, LayoutModel2D<Integer> model) {
        int root = picture.centre().id();
        Map<Integer, Integer> ranks = new HashMap<>();
        picture.around().forEach(node -> ranks.put(node.id(), ranks.size()));
        Set<Integer> anchors =
                picture.around().stream()
                        .filter(node -> node.kind() == TokenKind.ANCHOR)
                        .map(TokenNode::id)
                        .collect(Collectors.toSet());
        if (anchors.isEmpty() || anchors.size() == ranks.size()) {
            // one column only: from the most alike above to the least below
            double x = anchors.isEmpty() ? 1 : -1;
            double step = 2.0 / Math.max(1, ranks.size() - 1);
            ranks.forEach((id, rank) -> model.put(id, Point2D.of(x, -1 + step * rank)));
        } else {
            var crossing = graph(picture, (a, b) -> anchors.contains(a) != anchors.contains(b));
            crossing.removeVertex(root);
            Comparator<Integer> byRank = Comparator.comparing(ranks::get);
            new BarycenterGreedyTwoLayeredBipartiteLayout2D<Integer, DefaultWeightedEdge>(
                            anchors, byRank, true)
                    .layout(crossing, model);
        }
        model.put(root, Point2D.of(0, 0));
    }

    /// The picture's tokens and those of its lines that are wanted.
    static SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph(
            TokenPicture picture, BiPredicate<Integer, Integer> wanted) {
        var graph =
                new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        picture.nodes().forEach(node -> graph.addVertex(node.id()));
        picture.around()
                .forEach(
                        node -> {
                            if (wanted.test(node.hub(), node.id())) {
                                graph.addEdge(node.hub(), node.id());
                            }
                        });
        picture.links()
                .forEach(
                        link -> {
                            if (link.from() != link.to() && wanted.test(link.from(), link.to())) {
                                graph.addEdge(link.from(), link.to());
                            }
                        });
        return graph;
    }
}
