package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.transfer.TransferReport.Counts;
import org.clpworkbench.vocab.AnchorRules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// Looks at what was computed, as it lies in its files.
record Examination(TransferSpec spec, Pair pair, TransferPlan plan, Progress progress) {
    /// Rows whose directions are counted.
    private static final int LARGEST_SAMPLE = 2000;

    /// Tokens whose weights are looked at.
    private static final int WEIGHED = 500;

    /// Waits until the model is whole, and opens it as a user would.
    @FunctionalInterface
    interface Whole {
        RoundTrip check() throws IOException;
    }

    /// @param matrices what was made anew, the input embedding first
    /// @param whole is asked last: the rest may still be on its way
    TransferReport report(
            ComputedShards made,
            Collection<NewMatrix> matrices,
            SampleText text,
            Whole whole,
            TransferClock clock)
            throws IOException {
        clock.other();
        var embedding = matrices.iterator().next();
        var transfer = embedding.transfer();
        TokenRows rows = rows(made, embedding);
        TokenRows source = transfer.anchors().source();
        int[] missing = pair.overlap().missing().stream().mapToInt(Integer::intValue).toArray();
        int[] sample = Sample.of(missing, LARGEST_SAMPLE, spec.seed());
        RowFigures figures = RowFigures.of(rows, missing, sample, progress);
        int[] sourceSample = Sample.of(source.count(), Math.max(1, sample.length), spec.seed());
        double sourceRank = RowFigures.rank(source.gather(sourceSample), source.width());
        int[] weighed = Sample.of(missing, WEIGHED, spec.seed());
        double effective = transfer.effectiveAnchors(weighed, progress);
        Agreement agreement = agreement(embedding, source, rows);
        List<Sentence> warnings = warnings(made, matrices);
        OptionalDouble explained = transfer.explained();
        clock.computing();
        RoundTrip check = whole.check();
        clock.other();
        var coverage = text.coverage(pair.overlap(), pair.helper().folder()).orElse(null);
        clock.texts();
        SpentTime spent = clock.spent(plan.effort());
        return new TransferReport(
                spec.method(),
                spec.recipe().matching().word(),
                spec.recipe().space().word(),
                spec.recipe().weighting(),
                counts(embedding),
                coverage,
                agreement,
                figures.collapse(),
                figures.rank(),
                sourceRank,
                effective,
                transfer.spread().norms(),
                figures.norms(),
                explained.isPresent() ? explained.getAsDouble() : null,
                check,
                warnings.stream().map(Sentence::inEnglish).toList(),
                warnings,
                plan.outputBytes(),
                spent.seconds(),
                spent);
    }

    private TokenRows rows(ComputedShards made, NewMatrix matrix) throws IOException {
        return TokenRows.of(made.tensor(matrix.tensor().name()), plan.rows());
    }

    private Counts counts(NewMatrix embedding) {
        return new Counts(
                plan.anchors(),
                AnchorRules.of(pair.overlap()),
                plan.specials(),
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

    private List<Sentence> warnings(ComputedShards made, Collection<NewMatrix> matrices)
            throws IOException {
        List<Sentence> warnings = new ArrayList<>(new TargetConfig(pair).warnings());
        for (NewMatrix matrix : matrices) {
            double largest = matrix.transfer().spread().norms().greatest();
            warnings.addAll(
                    Warnings.of(rows(made, matrix), pair.overlap(), largest, matrix.fallback()));
        }
        return warnings;
    }
}
