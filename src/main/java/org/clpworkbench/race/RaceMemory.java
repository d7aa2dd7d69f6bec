package org.clpworkbench.race;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.lm.StepMemory;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.training.Execution.Checkpointing;

import java.io.IOException;

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
            kept = Math.max(kept, bytes(race, start, plan));
            recomputed = Math.max(recomputed, bytes(race, start, plan.recomputing()));
        }
        return new RaceMemory(kept, recomputed);
    }

    private static long bytes(RaceSpec race, Start start, StepPlan plan) throws IOException {
        ModelConfig model =
                ModelConfig.read(
                        switch (start) {
                            case Start.Folder folder -> folder.model();
                            case Start.Transferred transferred -> transferred.source();
                        });
        int vocabulary =
                start instanceof Start.Transferred transferred
                        ? ModelConfig.read(transferred.helper()).vocabularySize()
                        : model.vocabularySize();
        var precision = race.execution().precision();
        return StepMemory.of(model, vocabulary, precision, plan, race.context()).bytes();
    }

    /// What a step takes as the race asks for it; gradient checkpointing by need is not counted in.
    public long asked(Checkpointing checkpointing) {
        return checkpointing == Checkpointing.ON ? recomputed : kept;
    }
}
