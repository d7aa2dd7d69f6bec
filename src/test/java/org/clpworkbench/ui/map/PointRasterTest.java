package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.common.Palette.Ink;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

class PointRasterTest {
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;
    private static final int RED = 0xffff0000;

    private final PointRaster raster = new PointRaster(40, 30);
    private final Viewport view = new Viewport(0, 0, 1, 40, 30);

    private void paint(boolean[] shown, BitSet chosen, float... x) {
        var groups =
                List.of(
                        new MapGroup("square", MapShape.SQUARE, Ink.ANCHOR, 1),
                        new MapGroup("diamond", MapShape.DIAMOND, Ink.MISSING, 9));
        byte[] of = new byte[x.length];
        for (int at = 0; at < of.length; at++) {
            of[at] = (byte) (at % 2);
        }
        var picture = MapPicture.of(List.of(), x, new float[x.length], new Grouping(groups, of));
        raster.paint(view, picture, new int[] {BLACK, RED}, shown, chosen, 1, WHITE);
    }

    private long painted() {
        return Arrays.stream(raster.pixels()).filter(pixel -> pixel != WHITE).count();
    }

    @Test
    void paintsEachGroupInItsShape() {
        paint(new boolean[] {true, true}, new BitSet(), -10, 10);
        // a square of 3 × 3 and a diamond of 5
        assertThat(painted()).isEqualTo(14);
        int diamond = raster.pixels()[15 * 40 + 30];
        assertThat(diamond >> 16 & 0xff).isEqualTo(0xff);
        assertThat(diamond & 0xff).isLessThan(0x60);
    }

    @Test
    void leavesOutHiddenGroupsAndWhatLiesOutside() {
        paint(new boolean[] {false, true}, new BitSet(), -10, 10, 5, 1000, 0, -21);
        // of the diamond at −21, whose middle is one pixel outside, one pixel shows
        assertThat(painted()).isEqualTo(5 + 1);
    }

    @Test
    void paintsTheFewAboveTheMany() {
        // the diamonds are said to be 9, the square to be 1
        paint(new boolean[] {true, true}, new BitSet(), 0, 0);
        assertThat(raster.pixels()[15 * 40 + 20] >> 16 & 0xff).isLessThan(0x60);
    }

    @Test
    void letsChosenPointsStandOut() {
        var chosen = new BitSet();
        chosen.set(1);
        paint(new boolean[] {true, true}, chosen, -10, 10);
        assertThat(raster.pixels()[15 * 40 + 30]).as("chosen").isEqualTo(RED);
        int faded = raster.pixels()[15 * 40 + 10] & 0xff;
        assertThat(faded).isBetween(0xb0, 0xf0);
    }

    @Test
    void hasAShapeForEveryGroupThatIsLikeNoOther() {
        var shapes = new HashSet<List<Integer>>();
        for (MapShape shape : MapShape.values()) {
            shapes.add(Arrays.stream(shape.pixels(3)).boxed().toList());
        }
        assertThat(shapes).hasSize(MapShape.values().length);
    }
}
