package org.clpworkbench.compute;

/// How many rows of a matrix are worked on at a time: enough to keep a processor busy, few enough
/// that a block of wide rows stays small. It depends on nothing but the width, so that sums over
/// blocks are the same on every machine.
public final class BlockRows {
    /// Values: 4 MB as F32.
    private static final int ELEMENTS = 1 << 20;

    private static final int FEWEST = 64;
    private static final int MOST = 1024;

    private BlockRows() {}

    /// Rows of `width` values, 64 to 1,024.
    public static int of(int width) {
        return Math.clamp(ELEMENTS / width, FEWEST, MOST);
    }
}
