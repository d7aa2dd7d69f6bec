package org.clpworkbench.ui.graph;

import org.clpworkbench.ui.common.TokenKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Graphs of any size from a seed: the token 0, 20 around it, and 20 around each of those.
final class MadeGraphs {
    private static final int EACH = 20;

    private MadeGraphs() {}

    static TokenPicture picture(int tokens) {
        var random = new SplittableRandom(tokens);
        var around = new ArrayList<TokenNode>();
        for (int id = 1; id < tokens; id++) {
            int hub = (id - 1) / EACH;
            TokenKind kind = id % 3 == 0 ? TokenKind.ANCHOR : TokenKind.MISSING;
            double cosine = 0.9 - 0.6 * ((id - 1) % EACH) / EACH;
            boolean expanded = id * EACH + 1 < tokens;
            around.add(new TokenNode(id, "·token" + id, kind, cosine, hub, expanded, false));
        }
        var links = new ArrayList<TokenLink>();
        for (int link = 0; link < tokens; link++) {
            int from = random.nextInt(tokens);
            int to = random.nextInt(tokens);
            if (from != to) {
                links.add(new TokenLink(from, to, 0.3 + 0.5 * random.nextDouble()));
            }
        }
        var centre = new TokenNode(0, "·token0", TokenKind.MISSING, 1, 0, true, false);
        return new TokenPicture(centre, around, links);
    }

    static DrawnGraph drawn(int tokens, GraphLayout layout) {
        var state = new Exploration(0, List.of(), Map.of(), EACH, 0, layout);
        return DrawnGraph.of(state, picture(tokens));
    }
}
