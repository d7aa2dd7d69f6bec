/// Sentences about what went wrong, as the languages of the program say them.
@NullMarked
package org.clpworkbench.problem;

import org.jspecify.annotations.NullMarked;
