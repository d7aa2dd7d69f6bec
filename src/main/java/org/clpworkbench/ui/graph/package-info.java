/// The token graph on a canvas.
@NullMarked
package org.clpworkbench.ui.graph;

import org.jspecify.annotations.NullMarked;
