/// Safetensors files, memory-mapped: reading, streaming writing, and the element types.
@NullMarked
package org.clpworkbench.tensor;

import org.jspecify.annotations.NullMarked;
