package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoCirclesTest {
    @Test
    void knowsTheLensOfTwoUnitCirclesOneRadiusApart() {
        double expected = 2 * Math.PI / 3 - Math.sqrt(3) / 2;
        assertThat(TwoCircles.lens(1, 1, 1)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void hasNoLensApartAndTheSmallerCircleInside() {
        assertThat(TwoCircles.lens(1, 2, 3)).isZero();
        assertThat(TwoCircles.lens(1, 3, 1)).isCloseTo(Math.PI, within(1e-12));
    }

    @Test
    void drawsEveryAreaInTheRatioOfItsCount() {
        var circles = TwoCircles.of(8192, 4000, 1603);
        double left = Math.PI * circles.left() * circles.left();
        double right = Math.PI * circles.right() * circles.right();
        double lens = TwoCircles.lens(circles.left(), circles.right(), circles.distance());
        assertThat(left).isCloseTo(8192, within(1e-6));
        assertThat(right).isCloseTo(4000, within(1e-6));
        assertThat(lens).isCloseTo(1603, within(1e-3));
    }
}
