package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.RowCosines;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class AgreementTest extends TransferFixture {
    @Test
    void isTheShareOfNeighboursThatComparingAllPairsFinds() throws IOException {
        Overlap overlap = write(source(), helper());
        float[] source = MadeAnchors.drawn(SOURCE.size() * WIDTH, 1);
        float[] helper = MadeAnchors.drawn(TARGET.size() * HELPER_WIDTH, 2);
        float[] made = MadeAnchors.drawn(TARGET.size() * WIDTH, 3);
        var agreement =
                Agreement.of(
                        overlap,
                        MadeAnchors.rows(source, WIDTH),
                        MadeAnchors.rows(helper, HELPER_WIDTH),
                        MadeAnchors.rows(made, WIDTH),
                        0,
                        Progress.unwatched());
        List<Integer> missing = overlap.missing();
        List<Integer> anchors = overlap.anchors().stream().map(Anchor::targetId).toList();
        float[] anchorRows = new float[TARGET.size() * WIDTH];
        for (Anchor anchor : overlap.anchors()) {
            int from = anchor.sourceId() * WIDTH;
            System.arraycopy(source, from, anchorRows, anchor.targetId() * WIDTH, WIDTH);
        }
        List<Integer> all = IntStream.range(0, TARGET.size()).boxed().toList();
        assertThat(agreement.tokens()).isCloseTo(share(all, helper, made), within(1e-9));
        assertThat(agreement.missing()).isCloseTo(share(missing, helper, made), within(1e-9));
        assertThat(agreement.anchors()).isCloseTo(share(anchors, helper, anchorRows), within(1e-9));
    }

    private static double share(List<Integer> ids, float[] helper, float[] other) {
        double sum = 0;
        for (int id : ids) {
            int[] before = nearest(ids, helper, HELPER_WIDTH, id);
            int[] after = nearest(ids, other, WIDTH, id);
            sum +=
                    Arrays.stream(before)
                                    .filter(a -> Arrays.stream(after).anyMatch(b -> a == b))
                                    .count()
                            / 10.0;
        }
        return sum / ids.size();
    }

    private static int[] nearest(List<Integer> ids, float[] rows, int width, int id) {
        return ids.stream()
                .filter(other -> other != id)
                .sorted(
                        (a, b) ->
                                Double.compare(
                                        RowCosines.of(rows, width, id, b),
                                        RowCosines.of(rows, width, id, a)))
                .mapToInt(Integer::intValue)
                .limit(10)
                .toArray();
    }
}
