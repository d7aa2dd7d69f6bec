package org.clpworkbench.helper;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.SplitUnit;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.StepMemory;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.race.RaceMemory;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.vocab.bpe.BpeSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Everything that decides a helper model.
///
/// @param texts that it learns from; where they keep nothing to evaluate on, 5 % of the documents
///   are kept back
/// @param anyUnit whether running text may be cut into pages or paragraphs rather than what the
///   choices say, where there would be too few documents to keep some back
/// @param tokenizer to be trained on the same texts
/// @param target folder that gets the model
/// @param training how the model is trained
public record HelperSpec(
        DataSet texts,
        boolean anyUnit,
        BpeSpec tokenizer,
        HelperSize size,
        Path target,
        Training training) {
    /// The share of the documents that is kept back where nothing else is said.
    public static final double USUAL_SHARE = 0.05;

    /// A step costs about three forward passes.
    private static final int STEP_PASSES = 3;

    /// @param batch sequences a step
    /// @param context tokens a sequence, and the longest that the model can read
    /// @param seed of the first weights and of the order of the text
    public record Training(
            int steps,
            int batch,
            int context,
            Optimisation optimisation,
            long seed,
            Execution execution,
            Rhythm rhythm) {
        public Training {
            // refuses nonsense before a tokenizer is trained for it
            var _ =
                    new TrainingSpec(
                            "",
                            Path.of(""),
                            Path.of(""),
                            Path.of(""),
                            steps,
                            batch,
                            context,
                            optimisation,
                            Trainable.ALL,
                            seed,
                            execution,
                            rhythm);
        }

        /// What it costs: the tokens that could be trained in its time, evaluations included.
        public long cost() {
            long evaluations = 1L + Math.ceilDiv(steps, rhythm.evaluateEvery());
            return (long) steps * batch * context
                    + evaluations * rhythm.evaluationTokens() / STEP_PASSES;
        }

        TrainingSpec of(String name, Path model, Path text, Path validation) {
            return new TrainingSpec(
                    name,
                    model,
                    text,
                    validation,
                    steps,
                    batch,
                    context,
                    optimisation,
                    Trainable.ALL,
                    seed,
                    execution,
                    rhythm);
        }
    }

    public HelperSpec {
        if (!texts.evaluates()) {
            DataChoices choices = texts.choices();
            texts =
                    new DataSet(
                            texts.inputs(),
                            Optional.empty(),
                            choices.split(USUAL_SHARE, choices.seed()));
        }
        target = target.toAbsolutePath().normalize();
    }

    /// The same with the documents of running text that leave enough to keep some back, where the
    /// choices do not settle what a document is.
    ///
    /// @throws IOException when a text is not there
    public HelperSpec fitted(Progress progress) throws IOException {
        DataChoices choices = texts.choices();
        if (!anyUnit || choices.validationShare() == 0) {
            return this;
        }
        TextUnit unit = SplitUnit.of(texts.inputs(), choices, progress);
        return new HelperSpec(
                new DataSet(texts.inputs(), texts.validation(), choices.by(unit)),
                false,
                tokenizer,
                size,
                target,
                training);
    }

    /// All parameters of the model, if the texts give as many tokens as are asked for.
    public long parameters() {
        return size.parameters(tokenizer.vocabularySize(), training.context());
    }

    /// The memory that a step takes, estimated, in bytes.
    ///
    /// @throws IOException when such a model cannot be trained
    public RaceMemory memory() throws IOException {
        var config =
                new ModelConfig(
                        UntrainedModel.config(
                                tokenizer.vocabularySize(), size, training.context()));
        var plan =
                new StepPlan(
                        new TrainedPart.All(),
                        Math.ceilDiv(training.batch(), training.execution().accumulation()),
                        false,
                        training.optimisation().weightDecay(),
                        training.optimisation().decayEmbeddings());
        return new RaceMemory(bytes(config, plan), bytes(config, plan.recomputing()));
    }

    private long bytes(ModelConfig config, StepPlan plan) throws IOException {
        return StepMemory.of(
                        config,
                        tokenizer.vocabularySize(),
                        training.execution().precision(),
                        plan,
                        training.context())
                .bytes();
    }

    /// What the model and its run are called.
    public String name() {
        return String.valueOf(target.getFileName());
    }
}
