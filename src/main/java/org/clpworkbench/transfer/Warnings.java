package org.clpworkbench.transfer;

import org.clpworkbench.vocab.Overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person should know before using a transferred model.
final class Warnings {
    private static final int NAMED = 3;

    private Warnings() {}

    static List<String> of(RowDiagnostics diagnostics, TargetRows rows, Overlap overlap) {
        var warnings = new ArrayList<String>();
        if (!diagnostics.overgrown().isEmpty()) {
            String worst =
                    diagnostics.overgrown().stream()
                            .limit(NAMED)
                            .map(overlap.target()::display)
                            .collect(Collectors.joining(", "));
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%,d new rows are more than %.0f times as long as the source's longest"
                                + " (the worst %.0f times; %s): their weights nearly cancel out."
                                + " Use clp-centered or linear.",
                            diagnostics.overgrown().size(),
                            RowDiagnostics.OVERGROWN,
                            diagnostics.largestNorm() / rows.spread().largestNorm(),
                            worst));
        }
        int drawn = rows.fallback().cardinality();
        if (drawn > 0) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%,d missing tokens have no combination of anchors; their rows were"
                                    + " drawn at random.",
                            drawn));
        }
        return List.copyOf(warnings);
    }
}
