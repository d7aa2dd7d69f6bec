package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/// How the new rows lie to each other, where that can be worked out by hand: each missing token
/// points where one anchor points, so its row is that anchor's.
class RowFiguresTest extends TransferFixture {
    @Test
    void measuresHowAlikeRowsAreAndOverHowManyDirectionsTheySpread() throws IOException {
        // rows (1, 0), (0, 1) and (1, 1)
        copyRowsOf(1, 0, 0, 1, 1, 1);
        var report = run("clp");
        // their mean (2/3, 2/3) points to 45°, as (1, 1) does: (1/√2 + 1/√2 + 1) / 3
        assertThat(report.collapse()).isCloseTo((Math.sqrt(2) + 1) / 3, within(1e-5));
        // less the mean (1/3, −2/3), (−2/3, 1/3), (1/3, 1/3): Σσ² is the sum of their squares 12/9;
        // Σσ⁴ is that of their products, (5² + 5² + 2² + 2·(4² + 1² + 1²)) / 81 = 10/9;
        // (4/3)² / (10/9) = 1.6
        assertThat(report.rank()).isCloseTo(1.6, within(1e-5));
        // the source has the same three
        assertThat(report.sourceRank()).isCloseTo(1.6, within(1e-5));
        // each is made of one anchor
        assertThat(report.effectiveAnchors()).isCloseTo(1, within(1e-5));
        assertThat(report.missingNorms().least()).isCloseTo(1, within(1e-5));
        assertThat(report.missingNorms().greatest()).isCloseTo(Math.sqrt(2), within(1e-5));
    }

    @Test
    void tellsRowsThatAreAllAlikeFromRowsThatPointEverywhere() throws IOException {
        // (1, 1), (2, 2) and (3, 3) point the same way
        copyRowsOf(1, 1, 2, 2, 3, 3);
        var alike = run("clp");
        assertThat(alike.collapse()).isCloseTo(1, within(1e-5));
        assertThat(alike.rank()).isCloseTo(1, within(1e-5));
    }

    @Test
    void findsNoCollapseWhereTheMeanIsNothing() throws IOException {
        // (1, 0), (0, 1) and (−1, −1) sum to 0
        copyRowsOf(1, 0, 0, 1, -1, -1);
        assertThat(run("clp").collapse()).isCloseTo(0, within(1e-5));
    }

    private void copyRowsOf(float... source) throws IOException {
        write(
                new ModelFolder(folder.resolve("source"), List.of("a", "b", "c"), 2, 1)
                        .embedding(source),
                new ModelFolder(
                                folder.resolve("helper"),
                                List.of("a", "b", "c", "wieA", "wieB", "wieC"),
                                3,
                                1)
                        .embedding(1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1));
    }
}
