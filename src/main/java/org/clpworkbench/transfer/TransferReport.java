package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/// What a transfer did, with the diagnostics that tell a good start from a bad one.
///
/// @param fallback missing rows that no combination could be found for, drawn N(μ, σ) instead
/// @param agreement mean share of a missing token's 10 nearest missing tokens in the helper that
///   are also among its 10 nearest in the new embedding, 0 to 1 (over a seeded sample of 2,000 when
///   there are more)
/// @param collapse mean cosine of the missing rows to their mean; 1 means all alike
/// @param effectiveAnchors mean of exp(entropy of |weights|) over the missing rows (over the same
///   sample); 0 where the method has no weights
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
        double seconds) {
    /// As JSON; figures that are no numbers are null.
    public ObjectNode json() {
        ObjectNode json = new ObjectMapper().valueToTree(this);
        if (Double.isNaN(leaveOneOutR2)) {
            json.putNull("leaveOneOutR2");
        }
        return json;
    }
}
