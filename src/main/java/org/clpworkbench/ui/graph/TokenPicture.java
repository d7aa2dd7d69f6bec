package org.clpworkbench.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a picture of neighbourhoods shows: a token, those around it and around its expanded
/// neighbours, each after its hub, and the links among them other than to a node's hub.
public record TokenPicture(TokenNode centre, List<TokenNode> around, List<TokenLink> links) {
    public TokenPicture {
        around = List.copyOf(around);
        links = List.copyOf(links);
        Map<Integer, TokenNode> known = new HashMap<>(Map.of(centre.id(), centre));
        for (TokenNode node : around) {
            if (!known.containsKey(node.hub()) || known.put(node.id(), node) != null) {
                throw new IllegalArgumentException(
                        "Token %d stands twice, or before its hub.".formatted(node.id()));
            }
        }
        for (TokenLink link : links) {
            if (!known.containsKey(link.from()) || !known.containsKey(link.to())) {
                throw new IllegalArgumentException(link + " leads to a token that is not shown.");
            }
        }
    }

    /// All tokens, the one in the middle first.
    public List<TokenNode> nodes() {
        var nodes = new ArrayList<TokenNode>(around.size() + 1);
        nodes.add(centre);
        nodes.addAll(around);
        return nodes;
    }

    public Optional<TokenNode> node(int id) {
        return id == centre.id()
                ? Optional.of(centre)
                : around.stream().filter(node -> node.id() == id).findFirst();
    }
}
