package org.clpworkbench.ui.chart;

/// How long the arrays of lines that grow are.
///
/// With its header of 16 bytes such an array takes a power of two of bytes. One of 131,072 numbers
/// takes 16 bytes more than a megabyte, and Java's collector gives a large object whole regions,
/// often of a megabyte: it would take two of them.
final class Room {
    /// As many numbers as the header takes.
    private static final int HEADER = 2;

    private static final int LEAST = 64 - HEADER;

    private Room() {}

    /// The length of an array of at least so many numbers.
    static int of(int size) {
        return Math.max(LEAST, 2 * Integer.highestOneBit(size + HEADER - 1) - HEADER);
    }
}
