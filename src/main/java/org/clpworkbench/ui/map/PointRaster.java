package org.clpworkbench.ui.map;

import java.util.Arrays;
import java.util.BitSet;

/// Points painted into an array of pixels (ARGB, opaque), which is faster by far than asking a
/// canvas for a shape 250,000 times.
final class PointRaster {
    private static final int SHARES = 256;
    private static final int USUAL = 205;
    private static final int FADED = 46;

    private final int width;
    private final int height;
    private final int[] pixels;

    PointRaster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    /// @param colours of the groups, ARGB
    /// @param shown whether each group is
    /// @param chosen points that stand out; when there are any, the others fade
    /// @param size pixels from a point's middle to its side
    void paint(
            Viewport view,
            MapPicture picture,
            int[] colours,
            boolean[] shown,
            BitSet chosen,
            int size,
            int background) {
        Arrays.fill(pixels, background);
        int[][] usual = marks(picture, size);
        int strength = chosen.isEmpty() ? USUAL : FADED;
        float[] x = picture.x();
        float[] y = picture.y();
        byte[] groups = picture.grouping().of();
        for (int point = 0; point < x.length; point++) {
            int group = groups[point];
            if (shown[group]) {
                mark(
                        view.toX(x[point]),
                        view.toY(y[point]),
                        usual[group],
                        size,
                        colours[group],
                        strength);
            }
        }
        int[][] large = marks(picture, size + 1);
        for (int point = chosen.nextSetBit(0); point >= 0; point = chosen.nextSetBit(point + 1)) {
            int group = groups[point];
            mark(
                    view.toX(x[point]),
                    view.toY(y[point]),
                    large[group],
                    size + 1,
                    colours[group],
                    SHARES);
        }
    }

    private static int[][] marks(MapPicture picture, int size) {
        return picture.grouping().groups().stream()
                .map(group -> group.shape().pixels(size))
                .toArray(int[][]::new);
    }

    private void mark(double px, double py, int[] mark, int size, int colour, int strength) {
        if (!(px > -size && py > -size && px < width + size && py < height + size)) {
            return;
        }
        int left = (int) Math.floor(px);
        int top = (int) Math.floor(py);
        boolean whole = left >= size && top >= size && left < width - size && top < height - size;
        for (int at = 0; at < mark.length; at += 2) {
            int x = left + mark[at];
            int y = top + mark[at + 1];
            if (whole || (x >= 0 && y >= 0 && x < width && y < height)) {
                int place = y * width + x;
                pixels[place] = mixed(pixels[place], colour, strength);
            }
        }
    }

    /// `share` of 256 of a colour over another; red and blue are mixed at once.
    private static int mixed(int under, int over, int share) {
        int rest = SHARES - share;
        int redBlue = (under & 0xff00ff) * rest + (over & 0xff00ff) * share >>> 8 & 0xff00ff;
        int green = (under & 0xff00) * rest + (over & 0xff00) * share >>> 8 & 0xff00;
        return 0xff000000 | redBlue | green;
    }
}
