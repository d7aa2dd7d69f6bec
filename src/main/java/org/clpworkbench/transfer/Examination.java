package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.transfer.TransferReport.Counts;
import org.clpworkbench.vocab.AnchorRules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// Looks at a model that has been made, as it lies in its files.
record Examination(TransferSpec spec, Pair pair, TransferPlan plan, Progress progress) {
    /// Rows whose directions are counted.
    private static final int LARGEST_SAMPLE = 2000;

    /// Tokens whose weights are looked at.
    private static final int WEIGHED = 500;

    /// @param matrices what was made anew, the input embedding first
    /// @param began System.nanoTime() at the transfer's beginning
    TransferReport report(
            Checkpoint made,
            Collection<NewMatrix> matrices,
            SampleText text,
            RoundTrip check,
            long began)
            throws IOException {
        var embedding = matrices.iterator().next();
        var transfer = embedding.transfer();
        TokenRows rows = rows(made, embedding);
        TokenRows source = transfer.anchors().source();
        int[] missing = pair.overlap().missing().stream().mapToInt(Integer::intValue).toArray();
        int[] sample = Sample.of(missing, LARGEST_SAMPLE, spec.seed());
        RowFigures figures = RowFigures.of(rows, missing, sample, progress);
        int[] sourceSample = Sample.of(source.count(), Math.max(1, sample.length), spec.seed());
        OptionalDouble explained = transfer.explained();
        return new TransferReport(
                spec.method(),
                spec.recipe().matching().word(),
                spec.recipe().space().word(),
                spec.recipe().weighting(),
                counts(embedding),
                text.coverage(pair.overlap(), pair.helper().folder()).orElse(null),
                agreement(embedding, source, rows),
                figures.collapse(),
                figures.rank(),
                RowFigures.rank(source.gather(sourceSample), source.width()),
                transfer.effectiveAnchors(Sample.of(missing, WEIGHED, spec.seed()), progress),
                transfer.spread().norms(),
                figures.norms(),
                explained.isPresent() ? explained.getAsDouble() : null,
                check,
                warnings(made, matrices),
                plan.outputBytes(),
                (System.nanoTime() - began) / 1e9);
    }

    private TokenRows rows(Checkpoint made, NewMatrix matrix) throws IOException {
        return TokenRows.of(made.tensor(matrix.tensor().name()), plan.rows());
    }

    private Counts counts(NewMatrix embedding) {
        return new Counts(
                plan.anchors(),
                AnchorRules.of(pair.overlap()),
                pair.overlap().specials(),
                plan.missing(),
                embedding.fallback().cardinality(),
                plan.padding(),
                plan.rows(),
                plan.width());
    }

    private Agreement agreement(NewMatrix embedding, TokenRows source, TokenRows made)
            throws IOException {
        Tensor space = pair.helper().tensor(embedding.tensor().space());
        var helper = TokenRows.of(space, space.entry().shape().getFirst());
        return Agreement.of(pair.overlap(), source, helper, made, spec.seed(), progress);
    }

    private List<String> warnings(Checkpoint made, Collection<NewMatrix> matrices)
            throws IOException {
        var warnings = new ArrayList<>(new TargetConfig(pair).warnings());
        for (NewMatrix matrix : matrices) {
            double largest = matrix.transfer().spread().norms().greatest();
            warnings.addAll(
                    Warnings.of(rows(made, matrix), pair.overlap(), largest, matrix.fallback()));
        }
        return warnings;
    }
}
