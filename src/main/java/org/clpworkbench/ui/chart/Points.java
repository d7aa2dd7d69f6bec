package org.clpworkbench.ui.chart;

/// The points of a line that are drawn.
record Points(double[] x, double[] y) {
    static final Points NONE = new Points(new double[0], new double[0]);

    int size() {
        return x.length;
    }
}
