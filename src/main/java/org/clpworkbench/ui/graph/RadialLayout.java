package org.clpworkbench.ui.graph;

import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Where the tokens of a neighbourhood stand: their distance from the middle is their
/// dissimilarity, their order around it comes from a spring layout, so that tokens that are alike
/// stand side by side. The same picture for the same neighbourhood, every time.
final class RadialLayout {
    private static final int ITERATIONS = 120;
    private static final double SPRING = 0.5;
    private static final long SEED = 20261123;
    private static final double NEAREST = 0.42;

    /// A place in a circle of radius 1 around the origin.
    record Place(double x, double y) {}

    private RadialLayout() {}

    static Map<Integer, Place> of(TokenPicture picture) {
        List<TokenNode> order = byAngle(picture);
        double best = order.stream().mapToDouble(TokenNode::cosine).max().orElse(1);
        double worst = order.stream().mapToDouble(TokenNode::cosine).min().orElse(0);
        double range = Math.max(1e-9, best - worst);
        var places = new HashMap<Integer, Place>();
        places.put(picture.centre().id(), new Place(0, 0));
        for (int at = 0; at < order.size(); at++) {
            TokenNode node = order.get(at);
            double radius = NEAREST + (1 - NEAREST) * (best - node.cosine()) / range;
            double angle = 2 * Math.PI * (at + 0.5) / order.size() - Math.PI / 2;
            places.put(node.id(), new Place(radius * Math.cos(angle), radius * Math.sin(angle)));
        }
        return places;
    }

    private static List<TokenNode> byAngle(TokenPicture picture) {
        var graph =
                new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        int centre = picture.centre().id();
        graph.addVertex(centre);
        for (TokenNode node : picture.around()) {
            graph.addVertex(node.id());
        }
        for (TokenLink link : picture.links()) {
            if (link.from() != link.to()
                    && graph.containsVertex(link.from())
                    && graph.containsVertex(link.to())) {
                graph.addEdge(link.from(), link.to());
            }
        }
        var model = new MapLayoutModel2D<Integer>(Box2D.of(-1, -1, 2, 2));
        new FRLayoutAlgorithm2D<Integer, DefaultWeightedEdge>(ITERATIONS, SPRING, new Random(SEED))
                .layout(graph, model);
        Point2D middle = model.get(centre);
        var order = new ArrayList<>(picture.around());
        order.sort(
                Comparator.comparingDouble((TokenNode node) -> angle(model.get(node.id()), middle))
                        .thenComparingInt(TokenNode::id));
        return order;
    }

    private static double angle(Point2D point, Point2D middle) {
        return Math.atan2(point.getY() - middle.getY(), point.getX() - middle.getX());
    }
}
