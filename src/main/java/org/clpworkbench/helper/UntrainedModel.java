package org.clpworkbench.helper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Architecture;
import org.clpworkbench.lm.Parameter;
import org.clpworkbench.lm.ParameterLayout;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.transfer.FreshWeights;
import org.clpworkbench.vocab.bpe.BpeFiles;
import org.clpworkbench.vocab.bpe.BpeModel;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A GPT-2 that has learned nothing yet, initialised as GPT-2 is (Radford et al. 2019).
final class UntrainedModel {
    private UntrainedModel() {}

    /// Writes config, tokenizer and weights; the folder is left to be committed.
    static void write(
            CheckpointWriter writer,
            BpeModel tokenizer,
            HelperSize size,
            int context,
            long seed,
            Progress progress)
            throws IOException {
        progress.stage("Drawing first weights");
        ObjectNode json = config(tokenizer.tokens().size(), size, context);
        ModelConfig config = new ModelConfig(json);
        ParameterLayout layout = Architecture.of(config).parameters();
        FreshWeights weights = FreshWeights.of(config, seed);
        List<PlannedTensor> tensors =
                layout.all().stream()
                        .map(parameter -> planned(parameter, layout, weights, progress))
                        .toList();
        writer.config(json);
        writer.generationConfig(ends(new JsonMapper().createObjectNode()));
        BpeFiles.write(writer.folder(), tokenizer);
        writer.tensors(tensors, Map.of("format", "pt"));
    }

    private static PlannedTensor planned(
            Parameter parameter, ParameterLayout layout, FreshWeights weights, Progress progress) {
        String name = layout.namesInFile(parameter).getFirst();
        return new PlannedTensor(
                name,
                DType.F32,
                parameter.shape(),
                weights.like(name, parameter.shape(), progress));
    }

    /// As transformers writes a GPT-2's config.json, without dropout.
    static ObjectNode config(int vocabulary, HelperSize size, int context) {
        ObjectNode config = ends(new JsonMapper().createObjectNode());
        config.putArray("architectures").add("GPT2LMHeadModel");
        return config.put("model_type", "gpt2")
                .put("vocab_size", vocabulary)
                .put("n_positions", context)
                .put("n_embd", size.width())
                .put("n_layer", size.layers())
                .put("n_head", size.heads())
                .putNull("n_inner")
                .put("activation_function", "gelu_new")
                .put("layer_norm_epsilon", 1e-5)
                .put("initializer_range", 0.02)
                .put("scale_attn_weights", true)
                .put("resid_pdrop", 0.0)
                .put("embd_pdrop", 0.0)
                .put("attn_pdrop", 0.0)
                .put("tie_word_embeddings", true)
                .put("dtype", "float32");
    }

    /// The special token is the first one.
    private static ObjectNode ends(ObjectNode json) {
        return json.put("bos_token_id", 0).put("eos_token_id", 0);
    }
}
