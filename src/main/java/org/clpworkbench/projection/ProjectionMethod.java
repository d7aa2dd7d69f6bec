package org.clpworkbench.projection;

/// How the rows of a matrix become points of a plane.
public enum ProjectionMethod {
    /// The two directions in which the rows differ most.
    PCA("pca"),
    /// McInnes, Healy, Melville 2018.
    UMAP("umap"),
    /// Van der Maaten 2014: t-SNE with Barnes and Hut's tree.
    T_SNE("t-sne");

    private final String word;

    ProjectionMethod(String word) {
        this.word = word;
    }

    /// As files write it.
    public String word() {
        return word;
    }
}
