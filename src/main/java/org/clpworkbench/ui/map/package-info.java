/// The map of a vocabulary: its tokens as points of a plane.
@NullMarked
package org.clpworkbench.ui.map;

import org.jspecify.annotations.NullMarked;
