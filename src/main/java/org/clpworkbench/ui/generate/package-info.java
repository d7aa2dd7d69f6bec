/// Letting models write: the same prompt, side by side.
@NullMarked
package org.clpworkbench.ui.generate;

import org.jspecify.annotations.NullMarked;
