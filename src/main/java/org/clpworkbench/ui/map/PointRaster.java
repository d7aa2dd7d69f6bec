package org.clpworkbench.ui.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Points painted into an array of pixels (ARGB, opaque), which is faster by far than asking a
/// canvas for a shape 250,000 times. Each core paints a band of the image.
final class PointRaster {
    private static final int BANDS = Math.min(8, Runtime.getRuntime().availableProcessors());
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
        int strength = chosen.isEmpty() ? USUAL : FADED;
        Mark[] usual = marks(picture, colours, shown, size, strength);
        Mark[] large = marks(picture, colours, shown, size + 1, Mark.OPAQUE);
        IntStream.range(0, BANDS)
                .parallel()
                .forEach(
                        at -> {
                            var band = new Band(height * at / BANDS, height * (at + 1) / BANDS);
                            Arrays.fill(pixels, band.top * width, band.bottom * width, background);
                            band.paint(view, picture, usual, chosen, false);
                            if (!chosen.isEmpty()) {
                                band.paint(view, picture, large, chosen, true);
                            }
                        });
    }

    /// The mark of each group; one that holds no pixel where the group is hidden.
    private Mark[] marks(
            MapPicture picture, int[] colours, boolean[] shown, int size, int strength) {
        var groups = picture.grouping().groups();
        Mark[] marks = new Mark[groups.size()];
        Arrays.setAll(
                marks,
                at -> {
                    int[] around = shown[at] ? groups.get(at).shape().pixels(size) : new int[0];
                    return new Mark(around, size, width, colours[at], strength);
                });
        return marks;
    }

    /// Rows `[top, bottom)` of the image.
    private final class Band {
        private final int top;
        private final int bottom;

        Band(int top, int bottom) {
            this.top = top;
            this.bottom = bottom;
        }

        /// @param wanted whether the points that are chosen are to be painted, or the others
        void paint(Viewport view, MapPicture picture, Mark[] marks, BitSet chosen, boolean wanted) {
            byte[] groups = picture.grouping().of();
            for (int point : picture.order()) {
                if (chosen.get(point) == wanted) {
                    put(marks[groups[point]], view, picture, point);
                }
            }
        }

        private void put(Mark mark, Viewport view, MapPicture picture, int point) {
            int size = mark.size();
            double py = view.toY(picture.y()[point]);
            if (!(py > top - size - 1 && py < bottom + size + 1)) {
                return;
            }
            double px = view.toX(picture.x()[point]);
            if (px >= size && px < width - size && py >= top + size && py < bottom - size) {
                mark.put(pixels, (int) py * width + (int) px);
            } else if (px > -size - 1 && px < width + size + 1) {
                mark.putClipped(pixels, (int) Math.floor(px), (int) Math.floor(py), top, bottom);
            }
        }
    }
}
