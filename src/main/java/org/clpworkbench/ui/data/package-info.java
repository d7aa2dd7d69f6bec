/// The choice of texts: their files, which documents are taken, what becomes of them.
@NullMarked
package org.clpworkbench.ui.data;

import org.jspecify.annotations.NullMarked;
