package org.clpworkbench.ui.chart;

/// A piece of the horizontal axis as it is drawn: which part of the lines, on which scale, over how
/// many columns of pixels.
record Extent(Horizontal horizontal, Scale scale, double from, double to, int columns) {
    double column() {
        return (scale.place(to) - scale.place(from)) / columns;
    }

    /// Where the column after the one that holds `x` begins.
    double nextColumn(double x) {
        double begin = scale.place(from);
        double index = Math.floor((scale.place(x) - begin) / column());
        return scale.value(begin + (index + 1) * column());
    }
}
