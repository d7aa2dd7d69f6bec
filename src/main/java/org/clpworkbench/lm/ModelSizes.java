package org.clpworkbench.lm;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.problem.Sentence;

/// The sizes that models of every family have.
///
/// @param vocabulary rows of the embedding
/// @param context the longest sequence in tokens
/// @param keyValueHeads heads of keys and values; each serves heads / keyValueHeads heads of
///   queries
/// @param headWidth numbers a head
/// @param tied whether the output head is the input embedding
public record ModelSizes(
        int vocabulary,
        int context,
        int width,
        int layers,
        int heads,
        int keyValueHeads,
        int headWidth,
        boolean tied) {
    /// Sizes of a model whose heads share the width among themselves.
    ///
    /// @param endless the context of a model whose config.json gives none
    /// @throws CheckpointException when config.json lacks one, or they do not fit
    static ModelSizes of(ModelConfig config, int endless) throws CheckpointException {
        int heads = heads(config);
        if (config.width() % heads != 0) {
            throw new CheckpointException(
                    Sentence.of(ModelSizes.class, "heads.width", config.width(), heads));
        }
        return of(config, endless, heads, config.width() / heads);
    }

    static ModelSizes of(ModelConfig config, int endless, int keyValueHeads, int headWidth)
            throws CheckpointException {
        int heads = heads(config);
        if (keyValueHeads < 1 || headWidth < 1 || heads % keyValueHeads != 0) {
            throw new CheckpointException(
                    Sentence.of(ModelSizes.class, "heads.unfit", heads, keyValueHeads, headWidth));
        }
        return new ModelSizes(
                config.vocabularySize(),
                config.contextLength().orElse(endless),
                config.width(),
                config.layers(),
                heads,
                keyValueHeads,
                headWidth,
                config.tied());
    }

    static int heads(ModelConfig config) throws CheckpointException {
        return config.heads()
                .orElseThrow(
                        () -> new CheckpointException(Sentence.of(ModelSizes.class, "heads.none")));
    }

    /// With `tokens` fewer of context.
    ModelSizes shorter(int tokens) {
        return new ModelSizes(
                vocabulary, context - tokens, width, layers, heads, keyValueHeads, headWidth, tied);
    }

    int queriesPerKey() {
        return heads / keyValueHeads;
    }
}
