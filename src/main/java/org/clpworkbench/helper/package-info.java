/// A helper model for a language that has none: a tokenizer and a small GPT-2 made from text alone.
@NullMarked
package org.clpworkbench.helper;

import org.jspecify.annotations.NullMarked;
