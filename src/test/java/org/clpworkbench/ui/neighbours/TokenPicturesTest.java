package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Neighbour;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.GraphLayout;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class TokenPicturesTest {
    private static final int K = 5;

    @TempDir private Path folder;

    /// A token hangs on another that was expanded after it, as when that one was collapsed between.
    @Test
    void showWhatWasExpandedInWhicheverOrder() throws IOException {
        var demo = EmbeddedDemo.unpack(folder);
        try (var space =
                TokenSpace.open(
                        demo.source(), demo.helper(), Matching.EXACT, Progress.unwatched())) {
            var pictures = new TokenPictures(space, index(space));
            int root = space.overlap().missing().get(100);
            Set<Integer> around = ids(space.neighbours(root, K));
            int near = space.neighbours(root, K).getFirst().id();
            int far =
                    space.neighbours(near, K).stream()
                            .map(Neighbour::id)
                            .filter(id -> id != root && !around.contains(id))
                            .findFirst()
                            .orElseThrow();

            Set<Integer> shown = shown(pictures, root, List.of(far, near));

            assertThat(shown).isEqualTo(shown(pictures, root, List.of(near, far)));
            assertThat(shown).containsAll(ids(space.neighbours(far, K)));
        }
    }

    private static TokenIndex index(TokenSpace space) {
        return new TokenIndex(space.overlap().target(), space::origin);
    }

    private static Set<Integer> ids(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::id).collect(Collectors.toSet());
    }

    private static Set<Integer> shown(TokenPictures pictures, int root, List<Integer> expanded) {
        var state = new Exploration(root, expanded, Map.of(), K, 0, GraphLayout.NEARNESS);
        var picture = pictures.draw(state, Progress.unwatched()).picture();
        Set<Integer> ids = picture.around().stream().map(TokenNode::id).collect(Collectors.toSet());
        ids.add(picture.centre().id());
        return ids;
    }
}
