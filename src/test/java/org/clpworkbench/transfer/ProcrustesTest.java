package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

class ProcrustesTest {
    @Test
    void turnsALineOntoAPlane() throws TransferException {
        // h = −1, 1 and e = (0, 0), (0, 2): means 0 and (0, 1), G = (0, 2), R = (0, 1);
        // ‖AR‖² = 2 and ‖Y‖² = 1 + 1, so s = 1, and h = 3 becomes (0, 1) + 3 (0, 1)
        var anchors = MadeAnchors.of(new float[] {-1, 1}, 1, new float[] {0, 0, 0, 2}, 2);
        assertThat(rows(anchors, 3)).containsExactly(new float[] {0, 4}, within(1e-6f));
    }

    @Test
    void spreadsRowsAsWidelyAsTheSourcesAre() throws TransferException {
        // h = −1, 0, 1 and e = (−1, 0), (2, 0), (3, 0): μ_E = 4/3, R = (1, 0), ‖AR‖² = 2,
        // ‖Y‖² = 1 + 4 + 9 − 3 (4/3)² = 26/3, so s = √(13/3)
        var anchors = MadeAnchors.of(new float[] {-1, 0, 1}, 1, new float[] {-1, 0, 2, 0, 3, 0}, 2);
        double expected = 4.0 / 3 + 2 * Math.sqrt(13.0 / 3);
        assertThat(rows(anchors, 2))
                .containsExactly(new float[] {(float) expected, 0}, within(1e-6f));
    }

    @Test
    void recoversARotationWithAScaleAndAShift() throws TransferException {
        // e = q + 3 h Q, Q sending the axes 0, 1, 2 to 4, 0, 2 of five
        int count = 20;
        float[] helper = MadeAnchors.drawn(count * 3, 1);
        float[] source = new float[count * 5];
        for (int row = 0; row < count; row++) {
            turned(helper, row * 3, source, row * 5);
        }
        var anchors = MadeAnchors.of(helper, 3, source, 5);
        float[] asked = MadeAnchors.drawn(3, 2);
        float[] expected = new float[5];
        turned(asked, 0, expected, 0);
        assertThat(rows(anchors, asked)).containsExactly(expected, within(1e-5f));
    }

    private static void turned(float[] h, int from, float[] e, int at) {
        float[] shift = {1, -2, 3, -4, 5};
        System.arraycopy(shift, 0, e, at, 5);
        e[at + 4] += 3 * h[from];
        e[at] += 3 * h[from + 1];
        e[at + 2] += 3 * h[from + 2];
    }

    @Test
    void keepsTheDistancesBetweenTokensUpToOneFactor() throws TransferException {
        var anchors = MadeAnchors.of(MadeAnchors.drawn(60, 3), 3, MadeAnchors.drawn(100, 4), 5);
        float[] asked = MadeAnchors.drawn(9, 5);
        float[] rows = rows(anchors, asked);
        double first = distance(rows, 0, 5, 5) / distance(asked, 0, 3, 3);
        assertThat(distance(rows, 5, 10, 5) / distance(asked, 3, 6, 3))
                .isCloseTo(first, within(1e-5));
        assertThat(distance(rows, 0, 10, 5) / distance(asked, 0, 6, 3))
                .isCloseTo(first, within(1e-5));
    }

    @Test
    void makesRowsOfTheWeightsItNames() throws TransferException {
        var anchors = MadeAnchors.of(MadeAnchors.drawn(24, 6), 3, MadeAnchors.drawn(40, 7), 5);
        float[] asked = MadeAnchors.drawn(3, 8);
        try (var combination = new Procrustes().fit(anchors, Progress.unwatched())) {
            double[] weights = combination.weights(asked);
            float[] row = combination.combine(new int[] {0}, asked).rows();
            for (int column = 0; column < 5; column++) {
                double sum = 0;
                for (int anchor = 0; anchor < 8; anchor++) {
                    sum += weights[anchor] * anchors.rows(anchor, 1)[column];
                }
                assertThat(sum).isCloseTo(row[column], within(1e-5));
            }
        }
    }

    @Test
    void knowsNoDirectionFromOneAnchorAlone() throws TransferException {
        var anchors = MadeAnchors.of(new float[] {1, 2}, 2, new float[] {3, 4, 5}, 3);
        try (var combination = new Procrustes().fit(anchors, Progress.unwatched())) {
            var block = combination.combine(new int[] {7}, new float[] {1, 1});
            assertThat(block.without().get(0)).isTrue();
        }
    }

    private static double distance(float[] rows, int a, int b, int width) {
        double squares = 0;
        for (int column = 0; column < width; column++) {
            squares += Math.pow((double) rows[a + column] - rows[b + column], 2);
        }
        return Math.sqrt(squares);
    }

    private static float[] rows(Anchors anchors, float... vectors) throws TransferException {
        try (var combination = new Procrustes().fit(anchors, Progress.unwatched())) {
            int[] ids = new int[vectors.length / anchors.spaceWidth()];
            return combination.combine(ids, vectors).rows();
        }
    }
}
