package org.clpworkbench.ui.training;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.Throughput;
import org.clpworkbench.ui.common.Pair;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// How long a race will take on this machine.
record RaceEstimate(Throughput throughput) {
    /// Empty while no pair is chosen.
    Optional<Duration> of(RaceSpec race, Pair pair) {
        return parameters(pair)
                .map(
                        size ->
                                throughput
                                        .time(race.cost(), size, race.execution().precision())
                                        .multipliedBy(race.starts().size()));
    }

    /// Of the source with the helper's vocabulary: a transferred model.
    private static Optional<Long> parameters(Pair pair) {
        @Nullable ModelSummary source = pair.source().get();
        @Nullable ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return Optional.empty();
        }
        long rows = (long) helper.vocabularySize() - source.vocabularySize();
        return Optional.of(source.parameters() + rows * source.width() * (source.tied() ? 1 : 2));
    }
}
