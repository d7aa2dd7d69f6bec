/// Corpora cut into seeded windows of tokens.
@NullMarked
package org.clpworkbench.data;

import org.jspecify.annotations.NullMarked;
