/// Safetensors and PyTorch files, memory-mapped: reading, streaming writing of safetensors, and the
/// element types.
@NullMarked
package org.clpworkbench.tensor;

import org.jspecify.annotations.NullMarked;
