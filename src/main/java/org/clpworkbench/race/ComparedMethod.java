package org.clpworkbench.race;

import org.clpworkbench.training.Evaluation;
import org.clpworkbench.transfer.TransferReport;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What one method gives before any training.
///
/// @param loss nats per token of the validation text at step 0; null where the program cannot run
///   models of this family
/// @param bitsPerByte the same per UTF-8 byte
/// @param agreement mean share of a missing token's 10 nearest missing tokens that stay its nearest
/// @param allAgreement the same of all tokens among all
/// @param collapse mean cosine of the missing rows to their mean
/// @param rank how many directions they spread over
/// @param effectiveAnchors how many anchors a row is made of, 0 where it is not
/// @param largestNormRatio largest missing row / largest source row
/// @param fallback rows that nothing was known for
/// @param seconds of the transfer
public record ComparedMethod(
        String method,
        String matching,
        String space,
        String weighting,
        @Nullable Double loss,
        @Nullable Double bitsPerByte,
        double agreement,
        double allAgreement,
        double collapse,
        double rank,
        double effectiveAnchors,
        double largestNormRatio,
        int anchors,
        int fallback,
        double seconds)
        implements ComparisonLine {
    static ComparedMethod of(TransferReport report, Optional<Evaluation> evaluation) {
        return new ComparedMethod(
                report.method(),
                report.matching(),
                report.space(),
                report.weighting(),
                evaluation.map(Evaluation::loss).orElse(null),
                evaluation.map(Evaluation::bitsPerByte).orElse(null),
                report.agreement().missing(),
                report.agreement().tokens(),
                report.collapse(),
                report.rank(),
                report.effectiveAnchors(),
                report.largestNormRatio(),
                report.counts().anchors(),
                report.counts().fallback(),
                report.seconds());
    }
}
