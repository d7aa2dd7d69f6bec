package org.clpworkbench.training;

import org.clpworkbench.lm.Precision;

import java.nio.file.Path;

/// Everything that decides a training run; kept as spec.json in its folder.
///
/// @param name what people call this run ("linear")
/// @param model model folder that the run starts from
/// @param text training text, UTF-8
/// @param validation text that is never trained on, UTF-8
/// @param batch sequences a step
/// @param context tokens a sequence
/// @param device auto, cpu or cuda:N
public record TrainingSpec(
        String name,
        Path model,
        Path text,
        Path validation,
        int steps,
        int batch,
        int context,
        Optimisation optimisation,
        long seed,
        Precision precision,
        String device,
        Rhythm rhythm) {

    public TrainingSpec {
        require(steps >= 1, "The number of steps must be at least 1, not " + steps + ".");
        require(batch >= 1, "The batch must hold at least 1 sequence, not " + batch + ".");
        require(context >= 2, "The context must be at least 2 tokens, not " + context + ".");
        require(
                device.matches("auto|cpu|cuda(:\\d+)?"),
                "The device must be auto, cpu or cuda:N, not " + device + ".");
    }

    /// AdamW with a warm-up and a cosine down to `finalShare` of the peak rate.
    public record Optimisation(
            double learningRate,
            int warmupSteps,
            double finalShare,
            double weightDecay,
            double gradientClip) {
        public Optimisation {
            require(
                    learningRate > 0,
                    "The learning rate must be above 0, not " + learningRate + ".");
            require(warmupSteps >= 0, "The warm-up cannot be negative: " + warmupSteps + ".");
            require(
                    finalShare >= 0 && finalShare <= 1,
                    "The final share of the learning rate lies between 0 and 1, not "
                            + finalShare
                            + ".");
            require(
                    gradientClip > 0,
                    "The gradient clip must be above 0, not " + gradientClip + ".");
        }

        /// Peak rate 1e-3 for small models, a warm-up of 50 steps or a quarter of the run, cosine
        /// to a tenth.
        public static Optimisation standard(int steps) {
            return new Optimisation(1e-3, Math.min(50, steps / 4), 0.1, 0.1, 1.0);
        }
    }

    /// How often, in steps, the run is evaluated and saved, and on how many validation tokens; 0
    /// saves at the end only.
    public record Rhythm(int evaluateEvery, int checkpointEvery, int evaluationTokens) {
        public Rhythm {
            require(
                    evaluateEvery >= 1,
                    "Evaluate at least every step, not every " + evaluateEvery + ".");
            require(
                    checkpointEvery >= 0,
                    "Checkpoints cannot come every " + checkpointEvery + " steps.");
            require(
                    evaluationTokens >= 2,
                    "Evaluate on at least 2 tokens, not " + evaluationTokens + ".");
        }

        /// Eight evaluations and two checkpoints a run, on 16,384 validation tokens.
        public static Rhythm standard(int steps) {
            return new Rhythm(Math.max(1, steps / 8), Math.max(1, steps / 2), 16_384);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
