package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

/// A GPT-2 of two layers, width 16, context 32, with seeded weights and the embedded German
/// tokenizer.
public final class TinyGpt2 {
    public static final int CONTEXT = 32;
    public static final int VOCABULARY = 8192;

    private TinyGpt2() {}

    public static Path write(Path folder, EmbeddedDemo demo, boolean tied) throws IOException {
        ObjectNode config =
                new JsonMapper()
                        .createObjectNode()
                        .put("model_type", "gpt2")
                        .put("vocab_size", VOCABULARY)
                        .put("n_embd", 16)
                        .put("n_layer", 2)
                        .put("n_head", 2)
                        .put("n_positions", CONTEXT)
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
                values[i] = mean + 0.2f * (float) random.nextGaussian();
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
            writer.copyTokenizer(demo.helper());
            writer.tensors(tensors, Map.of("format", "pt"));
            writer.commit();
        }
        return folder;
    }
}
