package org.clpworkbench.tensor;

import java.nio.file.Path;

/// Bytes `[begin, begin + count)` of a file.
public record FileBytes(Path file, long begin, long count) {}
