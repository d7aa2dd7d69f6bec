package org.clpworkbench.ui.runs;

import org.clpworkbench.run.SeedGroup;
import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What came out of runs that differ in their seed alone.
///
/// @param bitsPerByte of the last evaluations
/// @param saved tokens saved against the baseline, as a share of its tokens; of no values where
///   that is not known of every run
record Repetitions(int seeds, DoubleSummaryStatistics bitsPerByte, DoubleSummaryStatistics saved) {
    /// Empty unless there are such runs of several seeds, all evaluated last at the same step.
    static Optional<Repetitions> of(
            List<Readable> runs, Function<Readable, OptionalDouble> savedOf) {
        long groups = runs.stream().map(run -> SeedGroup.of(run.run())).distinct().count();
        long seeds = runs.stream().map(run -> run.run().spec().seed()).distinct().count();
        if (seeds < 2 || groups != 1 || !runs.stream().allMatch(Readable::evaluated)) {
            return Optional.empty();
        }
        if (runs.stream().map(Repetitions::evaluatedAt).distinct().count() > 1) {
            return Optional.empty();
        }
        List<OptionalDouble> saved = runs.stream().map(savedOf).toList();
        boolean known = saved.stream().allMatch(OptionalDouble::isPresent);
        return Optional.of(
                new Repetitions(
                        (int) seeds,
                        runs.stream()
                                .mapToDouble(run -> run.figures().bitsPerByte())
                                .summaryStatistics(),
                        saved.stream()
                                .filter(_ -> known)
                                .flatMapToDouble(OptionalDouble::stream)
                                .summaryStatistics()));
    }

    private static int evaluatedAt(Readable run) {
        return run.figures().evaluations().getLast().step();
    }
}
