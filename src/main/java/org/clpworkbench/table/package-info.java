/// Tables as files of separated values, which every program reads.
@NullMarked
package org.clpworkbench.table;

import org.jspecify.annotations.NullMarked;
