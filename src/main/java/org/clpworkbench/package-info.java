/// CLP Workbench: where the program starts, wired by hand.
@NullMarked
package org.clpworkbench;

import org.jspecify.annotations.NullMarked;
