package org.clpworkbench.ui.runs;

import org.clpworkbench.run.Provenance;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One thing that was asked for of one run or more.
///
/// @param key of its name among the texts
/// @param values one for each run
record RunSetting(String key, List<String> values) {
    /// All settings of some runs, in the order in which they matter.
    static List<RunSetting> all(List<Readable> runs) {
        List<List<RunSetting>> each = runs.stream().map(RunSetting::of).toList();
        return IntStream.range(0, runs.isEmpty() ? 0 : each.getFirst().size())
                .mapToObj(
                        i ->
                                new RunSetting(
                                        each.getFirst().get(i).key(),
                                        each.stream()
                                                .map(one -> one.get(i).values().getFirst())
                                                .toList()))
                .toList();
    }

    /// Those in which the runs are not all the same.
    static List<RunSetting> differences(List<Readable> runs) {
        return all(runs).stream()
                .filter(setting -> setting.values().stream().distinct().count() > 1)
                .toList();
    }

    private static List<RunSetting> of(Readable run) {
        var settings = new ArrayList<RunSetting>();
        TrainingSpec spec = run.run().spec();
        add(settings, "method", RunsViewModel.method(run));
        add(settings, "model", spec.model());
        add(settings, "text", spec.text());
        add(settings, "validation", spec.validation());
        add(settings, "steps", Numbers.whole(spec.steps()));
        add(settings, "batch", spec.batch());
        add(settings, "context", spec.context());
        add(settings, "seed", spec.seed());
        add(settings, "trainable", spec.trainable());
        optimisation(settings, spec.optimisation());
        execution(settings, spec.execution());
        rhythm(settings, spec.rhythm());
        Provenance made = run.run().provenance();
        add(settings, "version", made.programVersion() + " (" + made.revision() + ")");
        add(settings, "engine", made.engine());
        add(settings, "host", made.host());
        return settings;
    }

    private static void optimisation(List<RunSetting> settings, Optimisation asked) {
        add(settings, "rate", asked.learningRate());
        add(settings, "warmup", Numbers.whole(asked.warmupSteps()));
        add(settings, "final", Numbers.percent(asked.finalShare()));
        add(settings, "decay", asked.weightDecay());
        add(settings, "embeddings", asked.decayEmbeddings() ? asked.weightDecay() : 0.0);
        add(settings, "clip", asked.gradientClip());
    }

    private static void execution(List<RunSetting> settings, Execution asked) {
        add(settings, "precision", asked.precision().name().toLowerCase(Locale.ROOT));
        add(settings, "device", asked.device());
        add(settings, "parts", asked.accumulation());
        add(settings, "checkpointing", asked.checkpointing().name().toLowerCase(Locale.ROOT));
    }

    private static void rhythm(List<RunSetting> settings, Rhythm asked) {
        add(settings, "evaluations", Numbers.whole(asked.evaluateEvery()));
        add(settings, "evaluated", Numbers.whole(asked.evaluationTokens()));
        add(settings, "checkpoints", Numbers.whole(asked.checkpointEvery()));
        add(settings, "minutes", asked.checkpointMinutes());
        add(settings, "kept", asked.kept());
    }

    private static void add(List<RunSetting> settings, String key, Object value) {
        settings.add(new RunSetting(key, List.of(value.toString())));
    }
}
