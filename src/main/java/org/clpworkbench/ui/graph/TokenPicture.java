package org.clpworkbench.ui.graph;

import java.util.List;

/// What a neighbourhood's picture shows: a token, those around it, the links among those.
public record TokenPicture(TokenNode centre, List<TokenNode> around, List<TokenLink> links) {
    public static final int MOST = 40;

    public TokenPicture {
        if (around.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d tokens around one; at most %d can be told apart"
                            .formatted(around.size(), MOST));
        }
        around = List.copyOf(around);
        links = List.copyOf(links);
    }
}
