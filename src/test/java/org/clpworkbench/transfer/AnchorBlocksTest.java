package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

/// Anchors with rows so wide that they take several blocks, the last one short.
class AnchorBlocksTest {
    private static final int COUNT = 150;
    private static final int WIDTH = 3;
    private static final int SOURCE_WIDTH = 1 << 14;

    private final float[] vectors = MadeAnchors.drawn(COUNT * WIDTH, 1);
    private final float[] rows = MadeAnchors.drawn(COUNT * SOURCE_WIDTH, 2);
    private final Anchors anchors = MadeAnchors.of(vectors, WIDTH, rows, SOURCE_WIDTH);

    @Test
    void severalBlocksAreNeeded() {
        assertThat(COUNT / AnchorBlocks.size(anchors)).isEqualTo(2);
    }

    @Test
    void sumsTheProductsOfAllBlocks() {
        double[] product =
                AnchorBlocks.transposedTimesRows(
                        anchors,
                        WIDTH,
                        Progress.unwatched(),
                        (from, count) -> UnitRows.doubles(anchors.vectors(from, count)));

        for (int column : new int[] {0, 17, SOURCE_WIDTH - 1}) {
            for (int feature = 0; feature < WIDTH; feature++) {
                double expected = 0;
                for (int anchor = 0; anchor < COUNT; anchor++) {
                    expected +=
                            (double) vectors[anchor * WIDTH + feature]
                                    * rows[anchor * SOURCE_WIDTH + column];
                }
                assertThat(product[feature * SOURCE_WIDTH + column])
                        .isCloseTo(expected, within(1e-10));
            }
        }
    }

    @Test
    void putsTheProductsWithEachBlockSideBySide() {
        double[] left = {1, 0, 0, 0.5, -2, 3};
        double[] product;
        try (var matrices = Matrices.onAnyDevice();
                Matrix two = matrices.of(left, 2, WIDTH)) {
            product =
                    AnchorBlocks.timesTransposed(
                            two,
                            anchors,
                            (from, count) -> UnitRows.doubles(anchors.vectors(from, count)));
        }

        assertThat(product).hasSize(2 * COUNT);
        for (int anchor = 0; anchor < COUNT; anchor++) {
            double second =
                    0.5 * vectors[anchor * WIDTH]
                            - 2.0 * vectors[anchor * WIDTH + 1]
                            + 3.0 * vectors[anchor * WIDTH + 2];
            assertThat(product[anchor]).isEqualTo(vectors[anchor * WIDTH]);
            assertThat(product[COUNT + anchor]).isCloseTo(second, within(1e-12));
        }
    }
}
