package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

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
        var random = new Random(7);
        var tensors = new ArrayList<PlannedTensor>();
        ParameterLayout layout = Gpt2.of(new ModelConfig(config)).parameters();
        for (Parameter parameter : layout.all()) {
            float[] values = new float[Math.toIntExact(parameter.elements())];
            float mean =
                    parameter.name().contains("ln_") && parameter.name().endsWith("weight") ? 1 : 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = mean + spread * (float) random.nextGaussian();
            }
            tensors.add(
                    new PlannedTensor(
                            layout.namesInFile(parameter).getFirst(),
                            DType.F32,
                            parameter.shape(),
                            TensorSource.of(values)));
        }
        try (var writer = CheckpointWriter.create(folder, false)) {
            writer.config(config);
            if (tokenizer.isPresent()) {
                writer.copyTokenizer(tokenizer.get());
            }
            writer.tensors(tensors, Map.of("format", "pt"));
            writer.commit();
        }
        return folder;
    }
}
