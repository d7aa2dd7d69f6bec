package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;

class PointSearchTest {
    /// One unit of the plane is one pixel, its origin in the middle of 200 × 100.
    private final Viewport view = new Viewport(0, 0, 1, 200, 100);

    private final MapPicture picture =
            MapPicture.of(
                    List.of(),
                    new float[] {0, 10, 30, 0, -20},
                    new float[] {0, 1, -4, 25, 0},
                    new Grouping(List.of(), new byte[5]));

    private int next(int right, int down) {
        return PointSearch.next(view, picture, point -> true, 0, right, down);
    }

    @Test
    void findsThePointUnderTheMouseWithinReach() {
        assertThat(PointSearch.nearest(view, picture, point -> true, 111, 50, 5)).isEqualTo(1);
        assertThat(PointSearch.nearest(view, picture, point -> true, 150, 90, 5)).isEqualTo(-1);
        assertThat(PointSearch.nearest(view, picture, point -> point != 1, 111, 50, 15))
                .isEqualTo(0);
    }

    @Test
    void goesToTheNextPointInADirection() {
        assertThat(next(1, 0)).isEqualTo(1);
        assertThat(next(-1, 0)).isEqualTo(4);
        // the plane's y grows upwards
        assertThat(next(0, -1)).isEqualTo(3);
        assertThat(next(0, 1)).as("nobody there").isEqualTo(0);
        assertThat(PointSearch.next(view, picture, point -> point != 1, 0, 1, 0)).isEqualTo(2);
    }

    @Test
    void takesWhatLiesInALassoAndLeavesItsHollow() {
        // a U, open above, around the point in the middle
        double[] line = {70, 40, 95, 40, 95, 60, 105, 60, 105, 40, 135, 40, 135, 70, 70, 70};
        BitSet within = PointSearch.within(view, picture, point -> true, line);
        assertThat(within.stream()).containsExactly(1, 2, 4);
        assertThat(PointSearch.within(view, picture, point -> point != 2, line).stream())
                .containsExactly(1, 4);
    }

    @Test
    void zoomsAboutAPlaceAndFitsAll() {
        Viewport nearer = view.zoomed(2, 130, 54, view);
        assertThat(nearer.toX(30)).isCloseTo(130, within(1e-9));
        assertThat(nearer.toY(-4)).isCloseTo(54, within(1e-9));
        assertThat(nearer.toX(40)).isCloseTo(150, within(1e-9));
        Viewport all = Viewport.of(picture.x(), picture.y(), 200, 100);
        for (int point = 0; point < 5; point++) {
            assertThat(all.shows(picture.x()[point], picture.y()[point])).isTrue();
        }
        Viewport dragged = view.moved(7, -3);
        assertThat(dragged.toX(0)).isCloseTo(107, within(1e-9));
        assertThat(dragged.toY(0)).isCloseTo(47, within(1e-9));
    }
}
