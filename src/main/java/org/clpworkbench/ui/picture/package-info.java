/// Pictures as SVG and PNG, and files written where the user wants them.
@NullMarked
package org.clpworkbench.ui.picture;

import org.jspecify.annotations.NullMarked;
