/// Byte-level BPE trained from text: the vocabulary and merges that the Hugging Face library learns
/// from the same text, and the files that hold them.
@NullMarked
package org.clpworkbench.vocab.bpe;

import org.jspecify.annotations.NullMarked;
