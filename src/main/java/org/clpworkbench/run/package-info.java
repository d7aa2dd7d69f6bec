/// Run folders: the one seam through which window, command line and workers speak.
@NullMarked
package org.clpworkbench.run;

import org.jspecify.annotations.NullMarked;
