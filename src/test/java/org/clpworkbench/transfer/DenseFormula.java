package org.clpworkbench.transfer;

import org.clpworkbench.vocab.Overlap;

/// CLP-Transfer written out as the paper has it, all cosines and all weights, in double: the
/// oracle.
final class DenseFormula {
    private DenseFormula() {}

    /// Target rows from the source's and the helper's; `centred` takes the helper's anchor mean
    /// away and counts negative cosines as 0.
    static double[][] rows(
            Overlap overlap,
            float[] source,
            int width,
            float[] helper,
            int helperWidth,
            boolean centred) {
        double[] centre = new double[helperWidth];
        for (var anchor : overlap.anchors()) {
            for (int c = 0; c < helperWidth && centred; c++) {
                centre[c] +=
                        helper[anchor.targetId() * helperWidth + c]
                                / (double) overlap.anchors().size();
            }
        }
        double[][] rows = new double[overlap.target().idRange()][width];
        for (var anchor : overlap.anchors()) {
            for (int c = 0; c < width; c++) {
                rows[anchor.targetId()][c] = source[anchor.sourceId() * width + c];
            }
        }
        for (int id : overlap.missing()) {
            double total = 0;
            for (var anchor : overlap.anchors()) {
                double cosine = cosine(helper, helperWidth, id, anchor.targetId(), centre);
                double weight = centred ? Math.max(0, cosine) : cosine;
                total += weight;
                for (int c = 0; c < width; c++) {
                    rows[id][c] += weight * source[anchor.sourceId() * width + c];
                }
            }
            for (int c = 0; c < width; c++) {
                rows[id][c] /= total;
            }
        }
        return rows;
    }

    private static double cosine(float[] rows, int width, int a, int b, double[] centre) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int c = 0; c < width; c++) {
            double x = rows[a * width + c] - centre[c];
            double y = rows[b * width + c] - centre[c];
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(aa * bb);
    }
}
