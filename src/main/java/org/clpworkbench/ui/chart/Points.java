package org.clpworkbench.ui.chart;

/// What is drawn of a line; what lies in the arrays beyond the size is of no meaning.
///
/// @param low lowest value at that place; NaN for a gap
/// @param high highest value at that place
/// @param dense whether each place stands for a column of pixels with all its points; else for one
///   point, lowest and highest at once
record Points(double[] x, double[] low, double[] high, int size, boolean dense) {
    static final Points NONE = new Points(new double[0], new double[0], new double[0], 0, false);

    /// Whether no line reaches a point: on both its sides there is a gap, or nothing.
    boolean alone(int index) {
        return !gap(index) && gap(index - 1) && gap(index + 1);
    }

    private boolean gap(int index) {
        return index < 0 || index >= size || Double.isNaN(low[index]);
    }
}
