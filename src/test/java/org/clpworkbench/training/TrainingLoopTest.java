package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.data.Batch;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.NextTokenLoss;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TinyBert;
import org.clpworkbench.lm.TinyGpt2;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.training.RunEvent.Ended;
import org.clpworkbench.training.RunEvent.Evaluated;
import org.clpworkbench.training.RunEvent.Outcome;
import org.clpworkbench.training.RunEvent.Step;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class TrainingLoopTest {
    @TempDir static Path shared;
    private static TinyRuns runs;

    @TempDir Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        runs = TinyRuns.in(shared);
    }

    private static TrainingSpec spec(Path model, int steps, double rate) {
        return runs.spec(model, steps, rate, Trainable.ALL);
    }

    private List<RunEvent> run(TrainingSpec spec, String run) throws IOException {
        return TinyRuns.run(spec, folder.resolve(run));
    }

    private List<RunEvent> pause(TrainingSpec spec, String run) throws IOException {
        return TinyRuns.runUntil(3, spec, folder.resolve(run));
    }

    private static List<Double> losses(List<RunEvent> events) {
        return events.stream()
                .filter(event -> event.step() > 3)
                .flatMap(
                        event ->
                                switch (event) {
                                    case Step step -> Stream.of(step.loss(), step.gradientNorm());
                                    case Evaluated evaluated -> Stream.of(evaluated.loss());
                                    default -> Stream.empty();
                                })
                .toList();
    }

    @Test
    void theLossFallsAndTheRunEndsWithACheckpoint() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        List<RunEvent> events = run(spec(model, 30, 1e-2), "run");

        var evaluations =
                events.stream()
                        .filter(Evaluated.class::isInstance)
                        .map(Evaluated.class::cast)
                        .toList();
        assertThat(evaluations).hasSize(1 + 30 / 2);
        assertThat(evaluations.getLast().loss()).isLessThan(evaluations.getFirst().loss() - 0.5);
        assertThat(evaluations.getLast().tokens()).isEqualTo(30 * 4 * 16);
        assertThat(events.getLast()).isInstanceOf(Ended.class);
        assertThat(((Ended) events.getLast()).outcome()).isEqualTo(Outcome.DONE);
        Path last = TrainingCheckpoint.latest(folder.resolve("run")).orElseThrow().folder();
        assertThat(last).hasFileName("step-000030");
        try (var saved = Checkpoint.open(last)) {
            assertThat(saved.tensor("transformer.wte.weight").entry().shape())
                    .containsExactly(8192L, 16L);
        }
        assertThat(last.resolve("tokenizer.json")).exists();
    }

    /// What a GPU's run tells, a step behind what it was given, is what the CPU's tells.
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e18})
    void givingStepsAheadChangesNothing(double rate) throws IOException {
        TrainingSpec spec =
                spec(TinyGpt2.write(folder.resolve("model"), runs.demo(), true), 7, rate);
        List<String> waiting = told(spec, folder.resolve("waiting"), false);

        assertThat(told(spec, folder.resolve("ahead"), true)).isEqualTo(waiting);
    }

    /// What a run tells, but for times and speed.
    private static List<String> told(TrainingSpec spec, Path run, boolean ahead)
            throws IOException {
        var events = new ArrayList<String>();
        var loop =
                new TrainingLoop(
                        spec,
                        run,
                        event ->
                                events.add(
                                        event.toString()
                                                .replaceAll("time=[^,\\]]*", "")
                                                .replaceAll("tokensPerSecond=[^,\\]]*", "")),
                        () -> RunRequest.NONE);
        try (var loaded = LoadedRun.open(spec, run)) {
            loop.run(loaded, ahead);
        }
        return events;
    }

    /// In float32 on the CPU every loss and the last checkpoint are the same to the bit, whatever
    /// is trained; the pause after step 3 lies before and after the switch.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "embeddings",
                "last-1",
                "embeddings-then-all:2",
                "embeddings-then-all:3",
                "embeddings-then-all:5"
            })
    void aPausedRunGoesOnAsIfItHadNotStopped(String trainable) throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        TrainingSpec spec = runs.spec(model, 8, 1e-2, Trainable.parse(trainable));
        List<Double> whole = losses(run(spec, "whole"));

        List<RunEvent> first = pause(spec, "halves");
        assertThat(first.getLast()).isInstanceOf(RunEvent.Paused.class);
        assertThat(first.getLast().step()).isEqualTo(3);
        List<Double> second = losses(run(spec, "halves"));

        assertThat(second).isEqualTo(whole);
        for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
            assertThat(last("halves").resolve(file))
                    .hasSameBinaryContentAs(last("whole").resolve(file));
        }
    }

    /// With `auto`, less memory may be free after a pause than before it: layers that are
    /// recomputed from then on give the same bits.
    @Test
    void gradientCheckpointingThatBeginsAfterAPauseChangesNothing() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        TrainingSpec kept = spec(model, 8, 1e-2);
        List<Double> whole = losses(run(kept, "whole"));

        pause(kept, "halves");
        var recomputing =
                new TrainingSpec(
                        kept.name(),
                        kept.model(),
                        kept.text(),
                        kept.validation(),
                        kept.steps(),
                        kept.batch(),
                        kept.context(),
                        kept.optimisation(),
                        kept.trainable(),
                        kept.seed(),
                        new Execution(Precision.FLOAT32, "cpu", 1, Execution.Checkpointing.ON),
                        kept.rhythm());
        List<Double> second = losses(run(recomputing, "halves"));

        assertThat(second).isEqualTo(whole);
        assertThat(last("halves").resolve("model.safetensors"))
                .hasSameBinaryContentAs(last("whole").resolve("model.safetensors"));
    }

    @Test
    void aMaskedModelLearnsSaysWhatItFillsInAndGoesOnAfterAPause() throws IOException {
        Path model = TinyBert.write(folder.resolve("model"), runs.demo());
        TrainingSpec spec = spec(model, 60, 3e-2);
        List<RunEvent> whole = run(spec, "whole");
        pause(spec, "halves");
        List<RunEvent> second = run(spec, "halves");

        assertThat(losses(second)).isEqualTo(losses(whole));
        var evaluations = losses(whole.stream().filter(Evaluated.class::isInstance).toList());
        assertThat(evaluations.getLast()).isLessThan(evaluations.getFirst() - 0.5);
        RunEvent.Sample sample =
                whole.stream()
                        .filter(RunEvent.Sample.class::isInstance)
                        .map(RunEvent.Sample.class::cast)
                        .toList()
                        .getLast();
        assertThat(sample.prompt()).isEmpty();
        assertThat(sample.text()).startsWith("[CLS]").containsPattern("(?s)\\[[^\\]]+].*\\[SEP]");
    }

    private Path last(String run) throws IOException {
        return TinyRuns.last(folder.resolve(run));
    }

    @Test
    void aCheckpointThatCannotBeWrittenSaysWhereAndHowMuchRoomItTakes() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(run.resolve("checkpoints"), "in the way");

        assertThatThrownBy(() -> run(spec(model, 4, 1e-3), "run"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The checkpoint of step 3 cannot be written under " + run)
                .hasMessageContaining("there is no earlier one")
                .hasMessageContaining("room for about 2 MB");
    }

    @Test
    void whatIsNotTrainedStaysAsItWas() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        run(runs.spec(model, 4, 1e-2, Trainable.parse("embeddings")), "run");

        try (var before = Checkpoint.open(model);
                var after = Checkpoint.open(last("run"));
                var moments = SafetensorsFile.open(last("run").resolve("optimizer.safetensors"))) {
            for (String name : before.entries().keySet()) {
                boolean same =
                        Arrays.equals(before.tensor(name).floats(), after.tensor(name).floats());
                assertThat(same).as(name).isEqualTo(!name.equals("transformer.wte.weight"));
            }
            assertThat(moments.entries().keySet())
                    .containsExactlyInAnyOrder(
                            "exp_avg.wte.weight", "exp_avg_sq.wte.weight", "step.wte.weight");
        }
    }

    @Test
    void theBestCheckpointIsKeptBesideTheLatestTwo() throws IOException {
        Path start = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        Path run = folder.resolve("run");
        double[] losses = {5, 3, 4, Double.NaN, 6};
        var plan = new StepPlan(new TrainedPart.LastLayers(1), 1, false, 0, true);
        try (var model = LanguageModel.open(start, Device.cpu(), Precision.FLOAT32);
                var optimizer = new AdamW(model, plan)) {
            for (int step = 1; step <= losses.length; step++) {
                var state = new TrainingCheckpoint.State(step, step, losses[step - 1]);
                TrainingCheckpoint.write(run, start, model, optimizer, state, 2);
            }
        }

        try (Stream<Path> kept = Files.list(run.resolve("checkpoints"))) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("step-000002", "step-000004", "step-000005");
        }
    }

    @Test
    void divergenceEndsTheRunAndSaysSo() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        List<RunEvent> events = run(spec(model, 50, 1e30), "run");

        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        Ended.class,
                        ended -> {
                            assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
                            assertThat(ended.message()).contains("Try a lower learning rate");
                        });
    }

    @Test
    void refusesAContextLongerThanTheModels() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        var spec =
                new TrainingSpec(
                        "long",
                        model,
                        runs.text(),
                        runs.text(),
                        1,
                        1,
                        33,
                        Optimisation.standard(1),
                        Trainable.ALL,
                        1,
                        new Execution(Precision.FLOAT32, "cpu"),
                        Rhythm.standard(1));

        assertThatThrownBy(() -> run(spec, "run"))
                .hasMessageContaining("The context of 33 tokens is longer than the model's 32");
    }

    /// After the first step AdamW's first moment is (1 − 0.9) times the gradient; a gradient is
    /// what central differences of the loss say it is.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theGradientIsTheSlopeOfTheLoss(boolean tied) throws IOException {
        Path folderOfModel = TinyGpt2.write(folder.resolve("model"), runs.demo(), tied);
        long[] inputs = {5, 6, 7, 300, 8, 6, 5, 4000};
        long[] targets = {6, 7, 300, 8, 6, 5, 4000, 5};
        Path moments = folder.resolve("moments.safetensors");
        try (var model = LanguageModel.open(folderOfModel, Device.cpu(), Precision.FLOAT32)) {
            var plan = new StepPlan(new TrainedPart.All(), 2, false, 0, true);
            try (var optimizer = new AdamW(model, plan)) {
                optimizer.step(new Batch(inputs, targets, 2), 1e-12, 1e9).await();
                optimizer.save(moments);
            }
        }
        try (var model = LanguageModel.open(folderOfModel, Device.cpu(), Precision.FLOAT32);
                var saved = SafetensorsFile.open(moments)) {
            for (int p = 0; p < model.parameters().size(); p++) {
                String name = model.parameters().get(p).name();
                float[] gradient = saved.tensor("exp_avg." + name).floats();
                int largest = largest(gradient);
                var weight = model.weights().get(p);
                float[] values = weight.toFloatArray();
                float before = values[largest];
                float epsilon = 1e-2f;
                values[largest] = before + epsilon;
                weight.set(values);
                double above = NextTokenLoss.sum(model, inputs, targets, 2) / targets.length;
                values[largest] = before - epsilon;
                weight.set(values);
                double below = NextTokenLoss.sum(model, inputs, targets, 2) / targets.length;
                values[largest] = before;
                weight.set(values);

                double slope = (above - below) / (2 * epsilon);
                assertThat(gradient[largest] / 0.1)
                        .as(name)
                        .isCloseTo(slope, within(0.02 * Math.abs(slope) + 5e-4));
            }
        }
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i]) > Math.abs(values[best])) {
                best = i;
            }
        }
        return best;
    }

    @Test
    void keepsOnlyTheNewestTwoCheckpoints() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);
        run(spec(model, 10, 1e-3), "run");

        try (Stream<Path> kept = Files.list(folder.resolve("run/checkpoints"))) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("step-000009", "step-000010");
        }
    }
}
