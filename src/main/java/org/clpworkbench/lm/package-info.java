/// Language models in TorchScript text: loss, logits and generation.
@NullMarked
package org.clpworkbench.lm;

import org.jspecify.annotations.NullMarked;
