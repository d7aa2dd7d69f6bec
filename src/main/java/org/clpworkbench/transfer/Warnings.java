package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.vocab.Overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person should know before training on a new matrix, in sentences that every language of
/// the program has.
final class Warnings {
    private static final double TOLERATED_GROWTH = 5;
    private static final int WORST = 5;

    private record Grown(int id, double times) {}

    private Warnings() {}

    /// @param made the new matrix
    /// @param largest row norm of the source's
    /// @param fallback missing ids whose rows were drawn
    static List<Sentence> of(TokenRows made, Overlap overlap, double largest, BitSet fallback) {
        String tensor = made.tensor().entry().name();
        var warnings = new ArrayList<Sentence>();
        List<Grown> grown = grown(made, overlap, largest);
        if (!grown.isEmpty()) {
            warnings.add(
                    Sentence.of(
                            Warnings.class,
                            "warning.grown",
                            grown.size(),
                            tensor,
                            worst(grown, overlap)));
        }
        if (!fallback.isEmpty()) {
            warnings.add(
                    Sentence.of(Warnings.class, "warning.drawn", fallback.cardinality(), tensor));
        }
        return warnings;
    }

    private static List<Grown> grown(TokenRows made, Overlap overlap, double largest) {
        var grown = new ArrayList<Grown>();
        float[] row = new float[made.width()];
        for (int id : overlap.missing()) {
            made.read(id, row, 0);
            double squares = 0;
            for (float value : row) {
                squares += (double) value * value;
            }
            if (Math.sqrt(squares) > TOLERATED_GROWTH * largest) {
                grown.add(new Grown(id, Math.sqrt(squares) / largest));
            }
        }
        made.tensor().release();
        grown.sort(Comparator.comparingDouble((Grown each) -> -each.times));
        return grown;
    }

    /// With how many times as long they are, which needs no words: "weit" ×1060.
    private static String worst(List<Grown> grown, Overlap overlap) {
        return grown.stream()
                .limit(WORST)
                .map(
                        each ->
                                String.format(
                                        Locale.ROOT,
                                        "\"%s\" ×%.0f",
                                        overlap.target().display(each.id),
                                        each.times))
                .collect(Collectors.joining(", "));
    }
}
