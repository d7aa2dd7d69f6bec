package org.clpworkbench.training;

import ai.djl.Device;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.BatchesAhead;
import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.data.Objective;
import org.clpworkbench.data.RandomWindows;
import org.clpworkbench.data.Tokens;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// All that a run's steps are made with, in memory and on the device.
///
/// @param from where the steps begin
record LoadedRun(
        Device device,
        ModelTokenizer tokenizer,
        LanguageModel model,
        TrainingCheckpoint.State from,
        BatchesAhead batches,
        HeldOutWindows validation,
        Samples samples,
        StepRunner runner,
        Checkpoints checkpoints)
        implements AutoCloseable {

    /// In the state of the run folder's newest checkpoint, or of the start when there is none.
    static LoadedRun open(TrainingSpec spec, Path run) throws IOException {
        Optional<TrainingCheckpoint> resumed = TrainingCheckpoint.latest(run);
        Path start = resumed.map(TrainingCheckpoint::folder).orElse(spec.model());
        Device device = Devices.parse(spec.execution().device());
        long free = Devices.freeMemory(device);
        var tokenizer = ModelTokenizer.open(start);
        try {
            var model = LanguageModel.open(start, device, spec.execution().precision());
            try {
                Trainable trainable = spec.trainable().in(start, vocabulary(model));
                return load(spec, trainable, run, device, free, tokenizer, model, resumed);
            } catch (IOException | RuntimeException failure) {
                model.close();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            tokenizer.close();
            throw failure;
        }
    }

    private static LoadedRun load(
            TrainingSpec spec,
            Trainable trainable,
            Path run,
            Device device,
            long free,
            ModelTokenizer tokenizer,
            LanguageModel model,
            Optional<TrainingCheckpoint> resumed)
            throws IOException {
        checkContext(spec, model);
        Objective objective = Objective.of(model.causal(), tokenizer);
        var training =
                new RandomWindows(
                        tokens(spec, spec.text(), tokenizer, objective),
                        objective,
                        spec.batch(),
                        spec.context(),
                        spec.seed());
        HeldOutWindows validation =
                HeldOutWindows.of(
                        tokens(spec, spec.validation(), tokenizer, objective),
                        tokenizer,
                        objective,
                        spec.batch(),
                        spec.context(),
                        spec.rhythm().evaluationTokens());
        var from = resumed.map(TrainingCheckpoint::state).orElse(TrainingCheckpoint.State.START);
        var runner = new StepRunner(spec, trainable, model, free, from.step() + 1);
        if (resumed.isPresent()) {
            resumed.get().restore(runner.optimizer());
        }
        return new LoadedRun(
                device,
                tokenizer,
                model,
                from,
                new BatchesAhead(training, from.step() + 1),
                validation,
                new Samples(model, tokenizer, validation),
                runner,
                new Checkpoints(spec, run, model, from.step()));
    }

    /// Rows of the embedding.
    private static long vocabulary(LanguageModel model) {
        return model.parameters().getFirst().shape().getFirst();
    }

    private static void checkContext(TrainingSpec spec, LanguageModel model) {
        if (spec.context() > model.context()) {
            throw new ToldArgumentException(
                    Sentence.of(LoadedRun.class, "context.long", spec.context(), model.context()));
        }
    }

    private static Tokens tokens(
            TrainingSpec spec, Path text, ModelTokenizer tokenizer, Objective objective)
            throws IOException {
        return Corpus.tokens(text, tokenizer, objective.needed(spec.context()));
    }

    @Override
    public void close() {
        runner.close();
        model.close();
        tokenizer.close();
    }
}
