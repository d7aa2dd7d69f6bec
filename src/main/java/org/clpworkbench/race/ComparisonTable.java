package org.clpworkbench.race;

import org.clpworkbench.table.Csv;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Compared methods as comma-separated values (RFC 4180).
public final class ComparisonTable {
    private static final List<String> HEAD =
            List.of(
                    "method",
                    "matching",
                    "space",
                    "weighting",
                    "loss",
                    "bits_per_byte",
                    "agreement",
                    "all_agreement",
                    "collapse",
                    "rank",
                    "effective_anchors",
                    "largest_norm_ratio",
                    "anchors",
                    "fallback",
                    "seconds");

    private ComparisonTable() {}

    /// A header and one line for each method; a loss that could not be measured stays empty.
    public static String csv(List<ComparedMethod> compared) {
        var lines = new StringBuilder(Csv.line(HEAD));
        for (ComparedMethod one : compared) {
            lines.append(
                    Csv.line(
                            List.of(
                                    one.method(),
                                    one.matching(),
                                    one.space(),
                                    one.weighting(),
                                    measured(one.loss()),
                                    measured(one.bitsPerByte()),
                                    Double.toString(one.agreement()),
                                    Double.toString(one.allAgreement()),
                                    Double.toString(one.collapse()),
                                    Double.toString(one.rank()),
                                    Double.toString(one.effectiveAnchors()),
                                    Double.toString(one.largestNormRatio()),
                                    Integer.toString(one.anchors()),
                                    Integer.toString(one.fallback()),
                                    Double.toString(one.seconds()))));
        }
        return lines.toString();
    }

    private static String measured(@Nullable Double figure) {
        return figure == null ? "" : figure.toString();
    }
}
