package org.clpworkbench.compute;

/// The nearest rows of some rows, nearest first.
///
/// @param rows for each row asked about the numbers of its neighbours
/// @param cosines with them, in the same order
public record Neighbours(int[][] rows, float[][] cosines) {}
