package org.clpworkbench.ui.neighbours;

import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Neighbour;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.TokenLink;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.ui.graph.TokenPicture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// Makes the pictures of explorations of one space, one after the other. What was looked up once is
/// kept, so that taking a step back asks nothing.
final class TokenPictures {
    private record Pair(int low, int high) {
        static Pair of(int a, int b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    private final TokenSpace space;
    private final TokenIndex tokens;
    private final Map<Integer, List<Neighbour>> known = new HashMap<>();

    TokenPictures(TokenSpace space, TokenIndex tokens) {
        this.space = space;
        this.tokens = tokens;
    }

    /// @throws CancellationException when it is no longer wanted
    synchronized DrawnGraph draw(Exploration state, Progress progress) {
        Map<Integer, TokenNode> nodes = new LinkedHashMap<>();
        Map<Pair, TokenLink> links = new LinkedHashMap<>();
        nodes.put(state.root(), node(state, state.root(), 1, state.root()));
        var waiting = new ArrayList<>(state.hubs());
        Optional<Integer> next = Optional.of(state.root());
        while (next.isPresent()) {
            progress.checkCancelled();
            waiting.remove(next.get());
            surround(next.get(), state, nodes, links);
            // the others are out of the picture with what they hung on
            next = waiting.stream().filter(nodes::containsKey).findFirst();
        }
        addLinks(state, nodes, links);
        var around = new ArrayList<>(nodes.values());
        TokenNode centre = around.removeFirst();
        return DrawnGraph.of(state, new TokenPicture(centre, around, List.copyOf(links.values())));
    }

    private void surround(
            int hub, Exploration state, Map<Integer, TokenNode> nodes, Map<Pair, TokenLink> links) {
        for (Neighbour near : near(state, hub)) {
            if (nodes.containsKey(near.id())) {
                links.put(Pair.of(hub, near.id()), new TokenLink(hub, near.id(), near.cosine()));
            } else {
                nodes.put(near.id(), node(state, near.id(), near.cosine(), hub));
            }
        }
    }

    /// The most alike pairs, about as many as there are tokens.
    private void addLinks(
            Exploration state, Map<Integer, TokenNode> nodes, Map<Pair, TokenLink> links) {
        Set<Pair> spokes = new HashSet<>();
        nodes.values().forEach(node -> spokes.add(Pair.of(node.hub(), node.id())));
        links.keySet().removeAll(spokes);
        int[] ids = nodes.keySet().stream().mapToInt(id -> id).toArray();
        space.links(ids, state.threshold(), spokes.size() + ids.length * 3 / 2)
                .forEach(
                        link -> {
                            Pair pair = Pair.of(link.from(), link.to());
                            if (!spokes.contains(pair) && links.size() < ids.length * 2) {
                                links.putIfAbsent(
                                        pair, new TokenLink(link.from(), link.to(), link.cosine()));
                            }
                        });
    }

    private List<Neighbour> near(Exploration state, int hub) {
        return known.computeIfAbsent(hub, id -> space.neighbours(id, Exploration.MOST)).stream()
                .limit(state.k())
                .filter(near -> near.cosine() >= state.threshold())
                .toList();
    }

    private TokenNode node(Exploration state, int id, double cosine, int hub) {
        TokenReference token = tokens.token(id);
        return new TokenNode(
                id,
                token.display(),
                token.kind(),
                cosine,
                hub,
                state.hubs().contains(id),
                state.pins().containsKey(id));
    }
}
