/// Two-dimensional maps of a vocabulary: principal components, UMAP, t-SNE.
@NullMarked
package org.clpworkbench.projection;

import org.jspecify.annotations.NullMarked;
