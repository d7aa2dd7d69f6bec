/// The command line: the window's services without a display.
@NullMarked
package org.clpworkbench.cli;

import org.jspecify.annotations.NullMarked;
