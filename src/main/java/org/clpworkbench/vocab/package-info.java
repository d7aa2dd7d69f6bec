/// Tokenizers, the vocabularies they stand on, which tokens two of them share, and what that means
/// for running text.
@NullMarked
package org.clpworkbench.vocab;

import org.jspecify.annotations.NullMarked;
