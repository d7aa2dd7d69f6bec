package org.clpworkbench.ui.map;

import java.util.ArrayList;
import java.util.List;

/// The shapes of points, so that no colour stands alone.
enum MapShape {
    DISC("●"),
    DIAMOND("◆"),
    SQUARE("■"),
    TRIANGLE("▲"),
    CROSS("✕"),
    PLUS("✚"),
    TIP("▼"),
    RING("○");

    private final String symbol;

    MapShape(String symbol) {
        this.symbol = symbol;
    }

    /// For legends.
    String symbol() {
        return symbol;
    }

    /// The pixels of the shape around its middle: x and y in turns.
    ///
    /// @param size pixels from the middle to the side
    int[] pixels(int size) {
        List<Integer> pixels = new ArrayList<>();
        for (int y = -size; y <= size; y++) {
            for (int x = -size; x <= size; x++) {
                if (covers(x, y, size)) {
                    pixels.add(x);
                    pixels.add(y);
                }
            }
        }
        return pixels.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean covers(int x, int y, int size) {
        double away = Math.hypot(x, y);
        int thick = size / 3;
        return switch (this) {
            case DISC -> away <= size + 0.3;
            case RING -> away <= size + 0.4 && away >= size - 0.6 - thick / 2.0;
            case DIAMOND -> Math.abs(x) + Math.abs(y) <= size;
            case SQUARE -> size == 1 || Math.max(Math.abs(x), Math.abs(y)) < size;
            case TRIANGLE -> 2 * Math.abs(x) <= y + size;
            case TIP -> 2 * Math.abs(x) <= size - y;
            case PLUS -> Math.abs(x) <= thick || Math.abs(y) <= thick;
            case CROSS -> Math.abs(Math.abs(x) - Math.abs(y)) <= thick;
        };
    }
}
