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
    /// Empty unless there are several such runs and each has been evaluated.
    static Optional<Repetitions> of(
            List<Readable> runs, Function<Readable, OptionalDouble> savedOf) {
        long groups = runs.stream().map(run -> SeedGroup.of(run.run())).distinct().count();
        if (runs.size() < 2 || groups != 1 || !runs.stream().allMatch(Readable::evaluated)) {
            return Optional.empty();
        }
        List<OptionalDouble> saved = runs.stream().map(savedOf).toList();
        boolean known = saved.stream().allMatch(OptionalDouble::isPresent);
        return Optional.of(
                new Repetitions(
                        runs.size(),
                        runs.stream()
                                .mapToDouble(run -> run.figures().bitsPerByte())
                                .summaryStatistics(),
                        saved.stream()
                                .filter(_ -> known)
                                .flatMapToDouble(OptionalDouble::stream)
                                .summaryStatistics()));
    }
}
