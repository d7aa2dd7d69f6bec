package org.clpworkbench.transfer;

/// How much memory a transfer needs at its height, beside the program itself.
final class MemoryEstimate {
    /// Blocks of rows on their way, on each core, and the samples of the diagnostics.
    private static final long BLOCKS = 200L << 20;

    private MemoryEstimate() {}

    /// In bytes.
    ///
    /// @param width of the source's rows
    static long of(Recipe recipe, Pair pair, int width) {
        long anchors = pair.overlap().anchors().size();
        long helperWidth = pair.helper().config().embeddingWidth();
        long vectors = anchors * helperWidth * Float.BYTES;
        long learnt =
                switch (recipe.weighting()) {
                    // the map, its inverse and each anchor's projection, in F64
                    case "linear" ->
                            Double.BYTES
                                    * (helperWidth * (2 * helperWidth + 2L * width)
                                            + anchors * helperWidth);
                    // the map, the sums it comes from, and their eigenvectors
                    case "procrustes" ->
                            Double.BYTES * helperWidth * (5L * helperWidth + 4L * width);
                    // the anchors' unit vectors and source rows
                    case "positive" -> vectors + anchors * width * (2L * Float.BYTES);
                    default ->
                            Methods.weighting(recipe.weighting()).comparesAllPairs()
                                    ? 2 * vectors
                                    : Double.BYTES * helperWidth * width;
                };
        return BLOCKS + vectors + learnt;
    }
}
