package org.clpworkbench.ui.graph;

import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where the tokens of neighbourhoods stand: their distance from their hub is their dissimilarity,
/// their order around it comes from a spring layout, so that tokens that are alike stand side by
/// side. The neighbours of an expanded token open like a fan away from where it came from.
final class RadialLayout {
    private static final double NEAREST = 0.42;

    /// How large the surroundings of an expanded token are.
    private static final double SMALLER = 0.55;

    private static final double FAN = Math.toRadians(150);

    private final TokenPicture picture;
    private final Map<Integer, Place> pins;
    private final Map<Integer, Place> places = new HashMap<>();
    private final Map<Integer, Integer> hubs = new HashMap<>();

    private RadialLayout(TokenPicture picture, Map<Integer, Place> pins) {
        this.picture = picture;
        this.pins = pins;
        picture.nodes().forEach(node -> hubs.put(node.id(), node.hub()));
    }

    static Map<Integer, Place> of(TokenPicture picture, Map<Integer, Place> pins) {
        return new RadialLayout(picture, pins).places();
    }

    private Map<Integer, Place> places() {
        var groups = new LinkedHashMap<Integer, List<TokenNode>>();
        picture.around()
                .forEach(
                        node ->
                                groups.computeIfAbsent(node.hub(), _ -> new ArrayList<>())
                                        .add(node));
        int root = picture.centre().id();
        put(root, new Place(0, 0));
        // a hub stands before those around it, so that its place is known
        groups.forEach((hub, around) -> surround(hub, around, hub == root));
        return places;
    }

    private void surround(int hub, List<TokenNode> around, boolean whole) {
        Place middle = Objects.requireNonNull(places.get(hub));
        Place from = Objects.requireNonNull(places.get(hubs.getOrDefault(hub, hub)));
        double outward = Math.atan2(middle.y() - from.y(), middle.x() - from.x());
        List<TokenNode> order = byAngle(hub, around, whole ? 0 : outward);
        double best = order.stream().mapToDouble(TokenNode::cosine).max().orElse(1);
        double worst = order.stream().mapToDouble(TokenNode::cosine).min().orElse(0);
        double range = Math.max(1e-9, best - worst);
        for (int at = 0; at < order.size(); at++) {
            TokenNode node = order.get(at);
            double radius = NEAREST + (1 - NEAREST) * (best - node.cosine()) / range;
            double share = (at + 0.5) / order.size();
            double angle =
                    whole ? 2 * Math.PI * share - Math.PI / 2 : outward + FAN * (share - 0.5);
            double reach = whole ? radius : SMALLER * radius;
            put(node.id(), middle.plus(reach * Math.cos(angle), reach * Math.sin(angle)));
        }
    }

    private void put(int id, Place place) {
        places.put(id, pins.getOrDefault(id, place));
    }

    private List<TokenNode> byAngle(int hub, List<TokenNode> around, double outward) {
        var graph =
                new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        graph.addVertex(hub);
        around.forEach(node -> graph.addVertex(node.id()));
        for (TokenLink link : picture.links()) {
            if (link.from() != link.to()
                    && graph.containsVertex(link.from())
                    && graph.containsVertex(link.to())) {
                graph.addEdge(link.from(), link.to());
            }
        }
        var model = new MapLayoutModel2D<Integer>(Box2D.of(-1, -1, 2, 2));
        GraphLayout.springs(around.size()).layout(graph, model);
        Point2D middle = model.get(hub);
        var order = new ArrayList<>(around);
        order.sort(
                Comparator.comparingDouble(
                                (TokenNode node) -> angle(model.get(node.id()), middle, outward))
                        .thenComparingInt(TokenNode::id));
        return order;
    }

    /// From −π to π, 0 being outward.
    private static double angle(Point2D point, Point2D middle, double outward) {
        double angle =
                Math.atan2(point.getY() - middle.getY(), point.getX() - middle.getX()) - outward;
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }
}
