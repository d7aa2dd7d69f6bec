package org.clpworkbench.transfer;

import java.util.List;

/// What a transfer did, with the diagnostics that tell a good start from a bad one.
///
/// @param fallback missing rows that no combination could be found for, drawn N(μ, σ) instead
/// @param agreement mean share of a missing token's 10 nearest neighbours in the helper that are
///   also among its 10 nearest in the new embedding, 0 to 1 (over a seeded sample when the
///   vocabulary is large)
/// @param collapse mean cosine of the missing rows to their mean; 1 means all alike
/// @param effectiveAnchors mean of exp(entropy of |weights|) over the missing rows; 0 where the
///   method has no weights
/// @param sourceNorm median row norm of the source embedding
/// @param missingNorm median row norm of the missing rows
/// @param largestNormRatio largest missing row norm / largest source row norm
/// @param leaveOneOutR2 share of the anchors' variance that the linear map explains, NaN for other
///   methods
/// @param warnings sentences for people
/// @param seconds wall time of the whole transfer
public record TransferReport(
        String method,
        String matching,
        int anchors,
        int specials,
        int missing,
        int fallback,
        int padding,
        int rows,
        int width,
        double agreement,
        double collapse,
        double effectiveAnchors,
        double sourceNorm,
        double missingNorm,
        double largestNormRatio,
        double leaveOneOutR2,
        List<String> warnings,
        long outputBytes,
        double seconds) {}
