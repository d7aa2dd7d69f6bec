package org.clpworkbench.transfer;

/// The few anchors that a row is made of, by their place among the anchors, and their weights.
record Shares(int[] anchors, double[] weights) {
    static final Shares NONE = new Shares(new int[0], new double[0]);

    Shares {
        if (anchors.length != weights.length) {
            throw new IllegalArgumentException("Anchors and weights do not fit.");
        }
    }
}
