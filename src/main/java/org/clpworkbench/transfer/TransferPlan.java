package org.clpworkbench.transfer;

import org.clpworkbench.problem.Sentence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a transfer would do, without doing it.
///
/// @param anchors tokens that get a row of the source as it is; none where all weights are drawn
/// @param specials anchors that are special tokens of the target; 0 where rows go to random tokens
/// @param missing tokens that get another row
/// @param drawn missing tokens that the helper has no row for, which are drawn at random; those
///   whose row is 0 there are found only while the transfer runs
/// @param rows rows of the new embedding, padding included
/// @param vocabularyTensors names of the tensors that are computed anew
/// @param copiedTensors how many are copied unchanged
/// @param drawnTensors how many of the others are drawn anew
/// @param outputBytes size of the weights that will be written
/// @param memoryBytes estimate of the memory needed
/// @param freeDiskBytes free space where the target will lie
/// @param effort how much there is to do, for {@link PastTransfers#time}
public record TransferPlan(
        String method,
        int anchors,
        int specials,
        int missing,
        int drawn,
        int rows,
        int padding,
        int width,
        List<String> vocabularyTensors,
        int copiedTensors,
        int drawnTensors,
        long outputBytes,
        long memoryBytes,
        long freeDiskBytes,
        Effort effort) {
    /// Why it cannot be carried out where the target is to lie; empty where there is room.
    public Optional<Sentence> refusal(Path target) {
        return outputBytes <= freeDiskBytes
                ? Optional.empty()
                : Optional.of(
                        Sentence.of(
                                TransferPlan.class,
                                "disk.full",
                                target,
                                outputBytes,
                                freeDiskBytes));
    }
}
