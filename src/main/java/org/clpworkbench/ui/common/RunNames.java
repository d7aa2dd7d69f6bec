package org.clpworkbench.ui.common;

import java.util.List;

/// What runs are called that are shown together.
public final class RunNames {
    /// What a run is called by itself, and its seed.
    public record Named(String name, long seed) {}

    private RunNames() {}

    /// A run's name, and its seed too where another one has the same name and another seed.
    public static String of(Named run, List<Named> all) {
        boolean seeds =
                all.stream()
                        .anyMatch(
                                other ->
                                        other.name().equals(run.name())
                                                && other.seed() != run.seed());
        return seeds
                ? Texts.of(RunNames.class).get("seed", run.name(), Long.toString(run.seed()))
                : run.name();
    }
}
