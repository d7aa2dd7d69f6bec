package org.clpworkbench.helper;

import java.nio.file.Path;

/// A helper model that was made.
///
/// @param folder where it lies
/// @param run the folder of the run that trained it
/// @param tokens of its vocabulary
/// @param asked tokens that were asked for, where the texts give as many
/// @param step after which it is as it was taken: the one with the lowest validation loss
/// @param validationLoss nats per token; NaN when it was not evaluated then
/// @param bitsPerByte the same in bits per UTF-8 byte
public record HelperModel(
        Path folder,
        Path run,
        long parameters,
        HelperSize size,
        int tokens,
        int asked,
        int merges,
        int step,
        double validationLoss,
        double bitsPerByte) {}
