/// A helper model from text alone, in the Models screen.
@NullMarked
package org.clpworkbench.ui.helper;

import org.jspecify.annotations.NullMarked;
