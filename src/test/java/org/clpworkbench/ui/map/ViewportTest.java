package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport all = Viewport.of(new float[] {-10, 10}, new float[] {-5, 5}, 200, 100);

    @Test
    void neitherLosesThePointsInTheDistanceNorGoesNearerThanNumbersReach() {
        Viewport far = all;
        Viewport near = all;
        for (int wheel = 0; wheel < 200; wheel++) {
            far = far.zoomed(0.8, 100, 50, all);
            near = near.zoomed(1.25, 100, 50, all);
        }
        assertThat(far.toX(10) - far.toX(-10)).as("pixels").isBetween(40.0, 60.0);
        assertThat(near.scale()).isEqualTo(1e6 * all.scale(), within(1e-3));
    }
}
