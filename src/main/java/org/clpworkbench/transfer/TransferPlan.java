package org.clpworkbench.transfer;

import java.util.List;

/// What a transfer would do, without doing it.
///
/// @param rows rows of the new embedding, padding included
/// @param vocabularyTensors names of the tensors that are computed anew
/// @param copiedTensors how many are copied unchanged
/// @param outputBytes size of the weights that will be written
/// @param memoryBytes estimate of the memory needed
/// @param freeDiskBytes free space where the target will lie
public record TransferPlan(
        String method,
        int anchors,
        int missing,
        int rows,
        int padding,
        int width,
        List<String> vocabularyTensors,
        int copiedTensors,
        long outputBytes,
        long memoryBytes,
        long freeDiskBytes) {}
