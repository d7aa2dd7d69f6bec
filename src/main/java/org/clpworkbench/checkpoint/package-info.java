/// A Hugging Face model folder: configuration, tensors in one file or in shards, tokenizer files.
@NullMarked
package org.clpworkbench.checkpoint;

import org.jspecify.annotations.NullMarked;
