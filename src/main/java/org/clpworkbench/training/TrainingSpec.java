package org.clpworkbench.training;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.nio.file.Path;

/// Everything that decides a training run; kept as spec.json in its folder.
///
/// @param name what people call this run ("linear")
/// @param model model folder that the run starts from
/// @param text training text, UTF-8
/// @param validation text that is never trained on, UTF-8
/// @param batch sequences a step
/// @param context tokens a sequence
public record TrainingSpec(
        String name,
        Path model,
        Path text,
        Path validation,
        int steps,
        int batch,
        int context,
        Optimisation optimisation,
        Trainable trainable,
        long seed,
        Execution execution,
        Rhythm rhythm) {

    public TrainingSpec {
        require(steps >= 1, Sentence.of(TrainingSpec.class, "steps", steps));
        require(batch >= 1, Sentence.of(TrainingSpec.class, "batch", batch));
        require(context >= 2, Sentence.of(TrainingSpec.class, "context", context));
        require(
                execution.accumulation() <= batch,
                Sentence.of(TrainingSpec.class, "parts", batch, execution.accumulation()));
    }

    /// AdamW with a warm-up and a cosine down to `finalShare` of the peak rate.
    ///
    /// @param weightDecay of matrices; norms and biases have none
    /// @param decayEmbeddings whether it applies to the embedding and the head
    public record Optimisation(
            double learningRate,
            int warmupSteps,
            double finalShare,
            double weightDecay,
            boolean decayEmbeddings,
            double gradientClip) {
        public Optimisation {
            require(learningRate > 0, Sentence.of(TrainingSpec.class, "rate", learningRate));
            require(warmupSteps >= 0, Sentence.of(TrainingSpec.class, "warmup", warmupSteps));
            require(
                    finalShare >= 0 && finalShare <= 1,
                    Sentence.of(TrainingSpec.class, "share", finalShare));
            require(gradientClip > 0, Sentence.of(TrainingSpec.class, "clip", gradientClip));
            require(weightDecay >= 0, Sentence.of(TrainingSpec.class, "decay", weightDecay));
        }

        /// Peak rate 1e-3 for small models, a warm-up of 50 steps or a quarter of the run, cosine
        /// to a tenth.
        public static Optimisation standard(int steps) {
            return new Optimisation(1e-3, Math.min(50, steps / 4), 0.1, 0.1, true, 1.0);
        }

        /// The same at another peak learning rate.
        public Optimisation withRate(double rate) {
            return new Optimisation(
                    rate, warmupSteps, finalShare, weightDecay, decayEmbeddings, gradientClip);
        }
    }

    /// How often the run is evaluated and saved.
    ///
    /// @param evaluateEvery steps
    /// @param evaluationTokens validation tokens of an evaluation
    /// @param checkpointEvery steps; 0 for none between
    /// @param checkpointMinutes the longest time without a checkpoint; 0 for none between
    /// @param kept how many of the latest checkpoints are kept, beside the best
    public record Rhythm(
            int evaluateEvery,
            int evaluationTokens,
            int checkpointEvery,
            int checkpointMinutes,
            int kept) {
        public Rhythm {
            require(evaluateEvery >= 1, Sentence.of(TrainingSpec.class, "evaluate", evaluateEvery));
            require(
                    checkpointEvery >= 0,
                    Sentence.of(TrainingSpec.class, "checkpoint.steps", checkpointEvery));
            require(
                    checkpointMinutes >= 0,
                    Sentence.of(TrainingSpec.class, "checkpoint.minutes", checkpointMinutes));
            require(kept >= 1, Sentence.of(TrainingSpec.class, "checkpoint.kept", kept));
            require(
                    evaluationTokens >= 2,
                    Sentence.of(TrainingSpec.class, "evaluate.tokens", evaluationTokens));
        }

        /// Eight evaluations a run on 16,384 validation tokens; two checkpoints, or one every ten
        /// minutes, of which two are kept.
        public static Rhythm standard(int steps) {
            return new Rhythm(Math.max(1, steps / 8), 16_384, Math.max(1, steps / 2), 10, 2);
        }
    }

    static void require(boolean holds, Sentence otherwise) {
        if (!holds) {
            throw new ToldArgumentException(otherwise);
        }
    }
}
