package org.clpworkbench.run;

import org.clpworkbench.training.TrainingSpec;

import java.nio.file.Path;

/// Which runs differ in their seed alone, and can be looked at as repetitions of one another.
public final class SeedGroup {
    private SeedGroup() {}

    /// The same text for such runs, another one for all others. A transferred model's folder ends
    /// with the seed that its new rows were drawn with, which is the run's, and a further number
    /// where that name was taken.
    public static String of(RunFolder run) {
        TrainingSpec spec = run.spec();
        boolean drawn = !run.provenance().method().isEmpty();
        String model = spec.model().toString();
        var seedless =
                new TrainingSpec(
                        spec.name(),
                        drawn
                                ? Path.of(model.replaceFirst("_" + spec.seed() + "(_\\d+)?$", ""))
                                : spec.model(),
                        spec.text(),
                        spec.validation(),
                        spec.steps(),
                        spec.batch(),
                        spec.context(),
                        spec.optimisation(),
                        spec.trainable(),
                        0,
                        spec.execution(),
                        spec.rhythm());
        return run.provenance().method() + " " + seedless;
    }
}
