/// Static vectors trained by the program itself: of tokens in one language, and of words in two
/// languages brought into one space. Knows no model and no tokenizer: callers give ids and strings.
@NullMarked
package org.clpworkbench.wordvectors;

import org.jspecify.annotations.NullMarked;
