package org.clpworkbench.cli;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.compute.Devices;
import org.clpworkbench.lm.Architecture;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// How a model is trained: the options that all commands share that train one.
final class TrainingOptions {
    private static final int DEFAULT_CONTEXT = 256;

    @Option(
            names = "--batch",
            paramLabel = "B",
            defaultValue = "8",
            description = "Sequences a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--context",
            paramLabel = "N",
            description = "Tokens a sequence (default: the model's, at most 256).")
    private @Nullable Integer context;

    @Option(
            names = "--lr",
            paramLabel = "X",
            defaultValue = "1e-3",
            description = "Peak learning rate (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            description = "Weight decay of matrices (default: 0.1); norms and biases have none.")
    private @Nullable Double weightDecay;

    @Option(
            names = "--no-embedding-decay",
            description = "No weight decay on the embedding and the output head either.")
    private boolean noEmbeddingDecay;

    @Option(
            names = "--trainable",
            paramLabel = "PART",
            defaultValue = "all",
            converter = TrainablePart.class,
            description = {
                "What is trained: all, embeddings (embedding and output head), new-rows (of these",
                "the rows that the transfer made; copied ones stay), embeddings-then-all:STEP,",
                "new-rows-then-all:STEP, or last-N layers (default: ${DEFAULT-VALUE})."
            })
    private Trainable trainable;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the order of the text (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--precision",
            description = "float32 or bfloat16 (default: the faster one there).")
    private @Nullable Precision precision;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu, cuda:N or mps (default: ${DEFAULT-VALUE}).")
    private String device;

    @Option(
            names = "--accumulate",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Compute each step's batch in N parts, for less memory (default:"
                            + " ${DEFAULT-VALUE}).")
    private int accumulation;

    @Option(
            names = "--gradient-checkpointing",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = {
                "Keep only the inputs of layers and compute their insides again: on, off,",
                "or auto, when the memory needs it (default: ${DEFAULT-VALUE})."
            })
    private Checkpointing checkpointing;

    @Option(
            names = "--evaluate-every",
            paramLabel = "N",
            description = "Steps between evaluations (default: an eighth of the run).")
    private @Nullable Integer evaluateEvery;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "Steps between checkpoints (default: half the run; 0: at the end only).")
    private @Nullable Integer checkpointEvery;

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "M",
            description = "The longest time without a checkpoint (default: 10; 0: any).")
    private @Nullable Integer checkpointMinutes;

    @Option(
            names = "--keep",
            paramLabel = "K",
            description = "Checkpoints to keep beside the best (default: 2).")
    private @Nullable Integer keep;

    int batch() {
        return batch;
    }

    /// Tokens a sequence for a model.
    int window(Path model) throws IOException {
        if (context != null) {
            return context;
        }
        int longest = Architecture.of(ModelConfig.read(model)).sizes().context();
        return Math.min(DEFAULT_CONTEXT, longest);
    }

    /// The same for a model that is yet to be made.
    int window() {
        return or(context, DEFAULT_CONTEXT);
    }

    Optimisation optimisation(int steps) {
        var standard = Optimisation.standard(steps);
        return new Optimisation(
                learningRate,
                standard.warmupSteps(),
                standard.finalShare(),
                or(weightDecay, standard.weightDecay()),
                !noEmbeddingDecay,
                standard.gradientClip());
    }

    Trainable trainable() {
        return trainable;
    }

    long seed() {
        return seed;
    }

    Execution execution() {
        var execution =
                new Execution(
                        or(precision, Precision.suited(device)),
                        device,
                        accumulation,
                        checkpointing);
        Devices.require(device);
        return execution;
    }

    Rhythm rhythm(int steps) {
        var usual = Rhythm.standard(steps);
        return new Rhythm(
                or(evaluateEvery, usual.evaluateEvery()),
                usual.evaluationTokens(),
                or(checkpointEvery, usual.checkpointEvery()),
                or(checkpointMinutes, usual.checkpointMinutes()),
                or(keep, usual.kept()));
    }

    private static <T> T or(@Nullable T said, T usual) {
        return said != null ? said : usual;
    }
}
