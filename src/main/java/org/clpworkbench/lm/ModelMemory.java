package org.clpworkbench.lm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.util.Optional;
import java.util.OptionalLong;

/// Memory that a model takes, estimated before it is fetched, in bytes.
///
/// @param transfer of a transfer with this model as source or helper, which computes its rows while
///   they are written; what the program's own benchmark of 7 billion parameters stays below: 0.6 GB
///   and three times the embedding in two bytes, and no more than 1.5 GB
/// @param training of a step that trains all of it, 8 sequences of at most 256 tokens; empty where
///   the family cannot be trained
/// @param recomputed the same with gradient checkpointing
public record ModelMemory(long transfer, OptionalLong training, OptionalLong recomputed) {
    private static final long PROGRAM = 600_000_000;
    private static final long MOST = 1_500_000_000;
    private static final int COPIES = 3;
    private static final int HALF = 2;
    private static final int ROWS = 8;
    private static final int CONTEXT = 256;
    private static final double DECAY = 0.1;

    /// @param config a config.json
    /// @return empty when it describes no model that the program knows
    public static Optional<ModelMemory> of(String config) {
        try {
            if (new JsonMapper().readTree(config) instanceof ObjectNode json) {
                return Optional.of(of(new ModelConfig(json)));
            }
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static ModelMemory of(ModelConfig config) {
        long embedding = (long) config.vocabularySize() * config.embeddingWidth() * HALF;
        var plan = new StepPlan(new TrainedPart.All(), ROWS, false, DECAY, true);
        return new ModelMemory(
                Math.min(MOST, PROGRAM + COPIES * embedding),
                step(config, plan),
                step(config, plan.recomputing()));
    }

    private static OptionalLong step(ModelConfig config, StepPlan plan) {
        int context = Math.min(CONTEXT, config.contextLength().orElse(CONTEXT));
        try {
            return OptionalLong.of(
                    StepMemory.of(
                                    config,
                                    config.vocabularySize(),
                                    Precision.suited("cpu"),
                                    plan,
                                    context)
                            .bytes());
        } catch (CheckpointException untrainable) {
            return OptionalLong.empty();
        }
    }
}
