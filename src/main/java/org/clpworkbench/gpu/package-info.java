/// NVIDIA's GPUs: which are there, what they still lack, and the CUDA build of libtorch.
@NullMarked
package org.clpworkbench.gpu;

import org.jspecify.annotations.NullMarked;
