package org.clpworkbench.race;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.lm.StepMemory;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.transfer.TransferTexts;

import java.io.IOException;
import java.nio.file.Path;

/// The memory that a step of the largest run of a race takes, estimated from the models'
/// configurations, in bytes.
///
/// @param kept with all that the layers compute kept for the way back
/// @param recomputed with gradient checkpointing
public record RaceMemory(long kept, long recomputed) {
    /// @throws IOException when a configuration cannot be read or its family cannot be trained
    public static RaceMemory of(RaceSpec race) throws IOException {
        var plan =
                new StepPlan(
                        race.trainable().at(race.steps()),
                        Math.ceilDiv(race.batch(), race.execution().accumulation()),
                        false,
                        race.optimisation().weightDecay(),
                        race.optimisation().decayEmbeddings());
        long kept = 0;
        long recomputed = 0;
        for (Start start : race.starts()) {
            Sized model = Sized.of(start);
            kept = Math.max(kept, model.bytes(race, plan));
            recomputed = Math.max(recomputed, model.bytes(race, plan.recomputing()));
        }
        return new RaceMemory(kept, recomputed);
    }

    /// A model as it is trained: a transferred one is the source with the helper's vocabulary.
    private record Sized(ModelConfig config, int vocabulary) {
        static Sized of(Start start) throws IOException {
            return switch (start) {
                case Start.Folder(Path model) -> {
                    ModelConfig config = ModelConfig.read(model);
                    yield new Sized(config, config.vocabularySize());
                }
                case Start.Transferred(Path source, Path helper, String _, TransferTexts _) ->
                        new Sized(
                                ModelConfig.read(source),
                                ModelConfig.read(helper).vocabularySize());
            };
        }

        long bytes(RaceSpec race, StepPlan plan) throws IOException {
            var precision = race.execution().precision();
            return StepMemory.of(config, vocabulary, precision, plan, race.context()).bytes();
        }
    }

    /// What a step takes as the race asks for it; gradient checkpointing by need is not counted in.
    public long asked(Checkpointing checkpointing) {
        return checkpointing == Checkpointing.ON ? recomputed : kept;
    }
}
