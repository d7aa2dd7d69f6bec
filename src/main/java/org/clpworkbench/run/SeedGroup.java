package org.clpworkbench.run;

import org.clpworkbench.training.TrainingSpec;

import java.nio.file.Path;

/// Which runs differ in their seed alone, and can be looked at as repetitions of one another.
public final class SeedGroup {
    private SeedGroup() {}

    /// The same text for such runs, another one for all others. A transferred model's folder ends
    /// with the seed that its new rows were drawn with, which is the run's.
    public static String of(RunFolder run) {
        TrainingSpec spec = run.spec();
        String model = spec.model().toString();
        String ending = "_" + spec.seed();
        boolean drawn = !run.provenance().method().isEmpty() && model.endsWith(ending);
        var seedless =
                new TrainingSpec(
                        spec.name(),
                        drawn
                                ? Path.of(model.substring(0, model.length() - ending.length()))
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
