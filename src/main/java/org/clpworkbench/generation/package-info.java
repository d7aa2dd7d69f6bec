/// Text that models write: here, or in processes of their own that answer as they write.
@NullMarked
package org.clpworkbench.generation;

import org.jspecify.annotations.NullMarked;
