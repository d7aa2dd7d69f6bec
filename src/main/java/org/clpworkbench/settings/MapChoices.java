package org.clpworkbench.settings;

/// How the map of a vocabulary is made and looked at; "" where nothing is known.
///
/// @param open whether it stood in the place of the neighbours
/// @param model the folder whose vocabulary it is
/// @param space of the rows
/// @param neighbours of UMAP
/// @param perplexity of t-SNE
/// @param colours what they tell apart
public record MapChoices(
        boolean open,
        String model,
        String method,
        String space,
        int neighbours,
        int perplexity,
        int seed,
        String colours) {
    public static final MapChoices FIRST = new MapChoices(false, "", "", "", 15, 30, 1, "");
}
