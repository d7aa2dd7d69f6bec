package org.clpworkbench.ui.neighbours;

import org.clpworkbench.ui.graph.TokenLink;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.ui.graph.TokenPicture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of the table that says what the graph shows: one for each line to a token whose
/// neighbours are shown. A token next to two of these has two rows.
final class NeighbourRows {
    private final TokenPicture picture;

    private NeighbourRows(TokenPicture picture) {
        this.picture = picture;
    }

    /// The line that each token hangs on first, then the others.
    static List<TokenNode> of(TokenPicture picture) {
        var all = new ArrayList<>(picture.around());
        picture.links().stream()
                .map(new NeighbourRows(picture)::row)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private Optional<TokenNode> row(TokenLink link) {
        TokenNode from = picture.node(link.from()).orElseThrow();
        TokenNode to = picture.node(link.to()).orElseThrow();
        boolean middle = to.id() == picture.centre().id();
        if (from.expanded() && !middle) {
            return Optional.of(beside(to, from, link.cosine()));
        }
        return to.expanded() ? Optional.of(beside(from, to, link.cosine())) : Optional.empty();
    }

    private static TokenNode beside(TokenNode token, TokenNode hub, double cosine) {
        return new TokenNode(
                token.id(),
                token.label(),
                token.kind(),
                cosine,
                hub.id(),
                token.expanded(),
                token.pinned());
    }
}
