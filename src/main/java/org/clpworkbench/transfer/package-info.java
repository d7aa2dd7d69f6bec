/// Cross-lingual transfer: matching, space and weighting make the rows of the new embedding; the
/// rest is copied.
@NullMarked
package org.clpworkbench.transfer;

import org.jspecify.annotations.NullMarked;
