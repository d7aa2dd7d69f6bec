/// The window around the screens: rail, pair, job list, status line.
@NullMarked
package org.clpworkbench.ui.shell;

import org.jspecify.annotations.NullMarked;
