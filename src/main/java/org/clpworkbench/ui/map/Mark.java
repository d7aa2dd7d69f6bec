package org.clpworkbench.ui.map;

/// One shape in one colour, ready to be put into the pixels of an image many times.
final class Mark {
    /// The strength that leaves nothing of what was there.
    static final int OPAQUE = 256;

    private static final int RED_BLUE = 0xff00ff;
    private static final int GREEN = 0xff00;

    private final int size;
    private final int width;
    private final int[] around;
    private final int[] places;
    private final int colour;
    private final int redBlue;
    private final int green;
    private final int rest;

    /// @param around the pixels around its middle: x and y in turns
    /// @param size pixels from the middle to the side
    /// @param width of the image
    /// @param colour ARGB
    /// @param strength of 256, the share of this colour over what was there
    Mark(int[] around, int size, int width, int colour, int strength) {
        this.size = size;
        this.width = width;
        this.around = around;
        places = new int[around.length / 2];
        for (int at = 0; at < places.length; at++) {
            places[at] = around[2 * at + 1] * width + around[2 * at];
        }
        this.colour = 0xff000000 | colour;
        // red and blue are mixed at once: neither reaches into the other
        redBlue = (colour & RED_BLUE) * strength;
        green = (colour & GREEN) * strength;
        rest = OPAQUE - strength;
    }

    int size() {
        return size;
    }

    /// Around a pixel that is far enough from the image's edges.
    void put(int[] pixels, int middle) {
        if (rest == 0) {
            for (int offset : places) {
                pixels[middle + offset] = colour;
            }
            return;
        }
        for (int offset : places) {
            pixels[middle + offset] = over(pixels[middle + offset]);
        }
    }

    /// As much of it as lies within the image's rows `[top, bottom)`.
    void putClipped(int[] pixels, int x, int y, int top, int bottom) {
        for (int at = 0; at < around.length; at += 2) {
            int column = x + around[at];
            int row = y + around[at + 1];
            if (column >= 0 && column < width && row >= top && row < bottom) {
                int place = row * width + column;
                pixels[place] = over(pixels[place]);
            }
        }
    }

    private int over(int under) {
        int mixedRedBlue = (((under & RED_BLUE) * rest + redBlue) >>> 8) & RED_BLUE;
        int mixedGreen = (((under & GREEN) * rest + green) >>> 8) & GREEN;
        return 0xff000000 | mixedRedBlue | mixedGreen;
    }
}
