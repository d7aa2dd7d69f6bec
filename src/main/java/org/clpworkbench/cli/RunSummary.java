package org.clpworkbench.cli;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;

import java.io.IOException;
import java.nio.file.Path;

/// A run in one row: losses in nats per token, NaN where there is none yet.
record RunSummary(
        String name,
        Path folder,
        RunState state,
        String method,
        int step,
        int steps,
        long tokens,
        double trainingLoss,
        double validationLoss,
        double bitsPerByte,
        double tokensPerSecond,
        String message) {
    static RunSummary of(RunFolder run) throws IOException {
        var figures = new TrainingFigures(run.events());
        return new RunSummary(
                run.spec().name(),
                run.path(),
                run.state(),
                run.provenance().method(),
                figures.step(),
                run.spec().steps(),
                figures.tokens(),
                figures.trainingLoss(),
                figures.validationLoss(),
                figures.bitsPerByte(),
                figures.medianTokensPerSecond(),
                figures.ending());
    }
}
