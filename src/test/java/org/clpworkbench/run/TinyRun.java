package org.clpworkbench.run;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;

import java.io.IOException;
import java.nio.file.Path;

/// Run folders of trainings that take milliseconds a step.
final class TinyRun {
    private TinyRun() {}

    static RunFolder create(
            Path runs, Path model, EmbeddedDemo demo, int steps, String trainable, Rhythm rhythm)
            throws IOException {
        var spec =
                new TrainingSpec(
                        "tiny",
                        model,
                        demo.validation(),
                        demo.validation(),
                        steps,
                        2,
                        8,
                        Optimisation.standard(steps),
                        Trainable.parse(trainable),
                        3,
                        new Execution(Precision.FLOAT32, "cpu"),
                        rhythm);
        return RunFolder.create(runs, spec, "linear");
    }
}
