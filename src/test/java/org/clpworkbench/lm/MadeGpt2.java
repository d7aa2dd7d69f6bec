package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A GPT-2 of any size with seeded weights.
///
/// @param spread standard deviation of the weights
public record MadeGpt2(
        int vocabulary, int width, int layers, int heads, int context, boolean tied, float spread) {
    /// @param tokenizer folder whose tokenizer goes along, if any
    public Path write(Path folder, Optional<Path> tokenizer) throws IOException {
        ObjectNode config =
                new JsonMapper()
                        .createObjectNode()
                        .put("model_type", "gpt2")
                        .put("vocab_size", vocabulary)
                        .put("n_embd", width)
                        .put("n_layer", layers)
                        .put("n_head", heads)
                        .put("n_positions", context)
                        .put("activation_function", "gelu_new")
                        .put("layer_norm_epsilon", 1e-5)
                        .put("bos_token_id", 0)
                        .put("eos_token_id", 0)
                        .put("tie_word_embeddings", tied);
        return MadeModel.write(folder, config, spread, tokenizer);
    }
}
