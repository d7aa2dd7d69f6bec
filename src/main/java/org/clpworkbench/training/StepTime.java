package org.clpworkbench.training;

import ai.djl.Device;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.MaskedTokens;
import org.clpworkbench.data.NextToken;
import org.clpworkbench.data.Objective;
import org.clpworkbench.data.RandomWindows;
import org.clpworkbench.data.Tokens;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.training.Execution.Checkpointing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Random;

/// How long a training step takes on this machine, measured by training a model for a few steps on
/// random tokens; nothing of it is kept.
public final class StepTime {
    private static final int FEW = 3;
    private static final long SEED = 0;
    private static final double RATE = 1e-3;
    private static final double DECAY = 0.1;

    /// Which ids stand for what makes no difference to the time.
    private static final Objective ANY_MASKED =
            new MaskedTokens(0, OptionalInt.empty(), OptionalInt.empty(), new int[] {0});

    private StepTime() {}

    /// Seconds a step: the quickest of three, as the first ones also start the engine.
    public static double measure(Path folder, int batch, int context, Execution execution)
            throws IOException {
        return measure(folder, batch, context, execution, FEW);
    }

    /// Seconds of the quickest of some steps.
    ///
    /// @param batch sequences a step
    /// @param context tokens a sequence
    static double measure(Path folder, int batch, int context, Execution execution, int steps)
            throws IOException {
        Device place = Devices.parse(execution.device());
        try (var model = LanguageModel.open(folder, place, execution.precision())) {
            int vocabulary = model.config().vocabularySize();
            int[] tokens = new Random(SEED).ints(2L * batch * context, 0, vocabulary).toArray();
            Objective objective = model.causal() ? new NextToken() : ANY_MASKED;
            var windows = new RandomWindows(Tokens.of(tokens), objective, batch, context, SEED);
            var plan =
                    new StepPlan(
                            new TrainedPart.All(),
                            Math.ceilDiv(batch, execution.accumulation()),
                            execution.checkpointing() == Checkpointing.ON,
                            DECAY,
                            true);
            double quickest = Double.POSITIVE_INFINITY;
            try (var optimizer = new AdamW(model, plan)) {
                for (int step = 1; step <= steps; step++) {
                    long begin = System.nanoTime();
                    optimizer.step(windows.batch(step), RATE, 1).await();
                    quickest = Math.min(quickest, (System.nanoTime() - begin) / 1e9);
                }
            }
            return quickest;
        }
    }
}
