/// Runs written for other programs: spreadsheets, notebooks, TensorBoard.
@NullMarked
package org.clpworkbench.run.export;

import org.jspecify.annotations.NullMarked;
