package org.clpworkbench.cli;

import org.clpworkbench.data.RunTexts;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.run.RunWorker;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.TrainingSpec;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `train`: a training run in this process. Ctrl-C pauses it with a checkpoint.
@Command(
        name = "train",
        description = "Trains a model on a text for some steps; Ctrl-C pauses, --resume goes on.")
final class TrainCommand extends Subcommand {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model to start from.")
    private @Nullable Path model;

    @Mixin private TrainingTexts texts;

    @Option(names = "--steps", paramLabel = "N", description = "Optimizer steps.")
    private @Nullable Integer steps;

    @Mixin private TrainingOptions training;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "Run folder to create (default: one in the workspace).")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with this run from its newest checkpoint.")
    private @Nullable Path resume;

    private record Answer(
            Path run,
            RunState state,
            int step,
            long tokens,
            double loss,
            double bitsPerByte,
            double tokensPerSecond,
            @Nullable Path checkpoint) {}

    @Override
    void execute(Output output) throws IOException {
        RunFolder run = resume == null ? create(output) : RunFolder.open(resume);
        output.say("Run folder " + run.path());
        output.progress().stage("Training");
        boolean good =
                new RunWorker((folder, event) -> tell(folder, event, output)).work(List.of(run));
        var figures = new TrainingFigures(run.events());
        if (!good) {
            throw new IOException(figures.ending());
        }
        Optional<Path> checkpoint = run.latestCheckpoint();
        var answer =
                new Answer(
                        run.path(),
                        run.state(),
                        figures.step(),
                        figures.tokens(),
                        figures.validationLoss(),
                        figures.bitsPerByte(),
                        figures.medianTokensPerSecond(),
                        checkpoint.orElse(null));
        output.answer(answer, text(answer));
    }

    private RunFolder create(Output output) throws IOException {
        if (model == null || !texts.given() || steps == null) {
            throw wrongUsage(
                    "A new run needs --model, --text, --validation (or --validation-share) and"
                            + " --steps; or --resume RUN.");
        }
        Path start = model.toAbsolutePath().normalize();
        RunTexts read =
                RunTexts.of(texts.dataSet(), start, Workspace.standard().data(), output.progress());
        var spec =
                new TrainingSpec(
                        String.valueOf(start.getFileName()),
                        start,
                        read.training(),
                        read.validation(),
                        steps,
                        training.batch(),
                        training.window(start),
                        training.optimisation(steps),
                        training.trainable(),
                        training.seed(),
                        training.execution(),
                        training.rhythm(steps));
        return out == null
                ? RunFolder.create(Workspace.standard().runs(), spec, "")
                : RunFolder.createAt(out, spec, "");
    }

    private static void tell(RunFolder run, RunEvent event, Output output) {
        if (event instanceof RunEvent.Started started) {
            output.say(
                    String.format(
                            Locale.ROOT,
                            "%,d parameters on %s, about %.1f GB of memory%s",
                            started.parameters(),
                            started.device(),
                            started.memory() / 1e9,
                            started.recomputes() ? " with gradient checkpointing" : ""));
        } else if (event instanceof RunEvent.Step step) {
            output.progress().update(step.step(), run.spec().steps(), "steps");
        } else if (event instanceof RunEvent.Evaluated evaluated) {
            output.say(EvaluationLine.of(run.spec().name(), evaluated));
        }
        if (output.progress().cancelled()) {
            WorkerCommand.pause(run);
        }
    }

    private static String text(Answer answer) {
        return String.format(
                Locale.ROOT,
                """
                Run %s is %s after step %d (%,d tokens, %,.0f tokens/s).
                Validation loss %.4f nats per token, %.4f bits per byte.
                Newest checkpoint: %s
                """,
                answer.run(),
                answer.state().name().toLowerCase(Locale.ROOT),
                answer.step(),
                answer.tokens(),
                answer.tokensPerSecond(),
                answer.loss(),
                answer.bitsPerByte(),
                answer.checkpoint() == null ? "none" : answer.checkpoint());
    }
}
