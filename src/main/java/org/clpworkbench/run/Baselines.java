package org.clpworkbench.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A baseline and its repetitions with other seeds, and which of them a run is held against: the
/// one with the run's own seed where there is one, since that saw the same batches, else the one
/// that was chosen. Whoever counts saved tokens asks here, so that every place tells one number.
///
/// @param <R> a run, as the one who asks knows it
public final class Baselines<R extends Baselines.Seeded> {
    /// What the choice depends on.
    public interface Seeded {
        /// The run folder's name, which begins with the time.
        String id();

        long seed();

        /// The same text for runs that differ in their seed alone.
        String settings();

        boolean evaluated();
    }

    private final Optional<R> chosen;
    private final Optional<String> settings;
    private final Map<Long, R> bySeed = new HashMap<>();
    private final boolean several;

    /// @param runs all that are looked at
    /// @param chosen the baseline among them; empty where there is none
    public Baselines(List<R> runs, Optional<R> chosen) {
        this.chosen = chosen;
        this.settings = chosen.map(Seeded::settings);
        Set<Long> others = new HashSet<>();
        for (R run : runs) {
            if (isBaseline(run)) {
                bySeed.merge(run.seed(), run, Baselines::better);
            } else {
                others.add(run.seed());
            }
        }
        chosen.ifPresent(run -> bySeed.put(run.seed(), run));
        several = others.stream().map(this::of).distinct().count() > 1;
    }

    /// Of two runs of one seed the newer, unless that alone was never evaluated.
    private static <S extends Seeded> S better(S one, S other) {
        Comparator<S> order =
                Comparator.<S, Boolean>comparing(Seeded::evaluated).thenComparing(Seeded::id);
        return order.compare(one, other) >= 0 ? one : other;
    }

    private Optional<R> of(long seed) {
        return Optional.ofNullable(bySeed.get(seed)).or(() -> chosen);
    }

    public Optional<R> chosen() {
        return chosen;
    }

    /// The run that this one is held against, which may be itself; empty where there is no
    /// baseline.
    public Optional<R> against(R run) {
        return of(run.seed());
    }

    /// Whether it is the chosen one or a repetition of it.
    public boolean isBaseline(R run) {
        return settings.filter(run.settings()::equals).isPresent();
    }

    /// Whether there are runs that are held against different ones.
    public boolean several() {
        return several;
    }
}
