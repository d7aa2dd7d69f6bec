package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.vocab.TokenizerFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// A GPT-2-like model folder made for a test: one layer, drawn from a seed where no rows are given.
final class ModelFolder {
    private final Path folder;
    private final List<String> tokens;
    private final int width;
    private final Random random;
    private final List<PlannedTensor> extra = new ArrayList<>();
    private final List<Consumer<ObjectNode>> changes = new ArrayList<>();
    private String embeddingName = "transformer.wte.weight";
    private int rows;
    private DType dtype = DType.F32;
    private boolean tied = true;
    private boolean sharded;
    private float[] embedding;
    private float[] head;

    ModelFolder(Path folder, List<String> tokens, int width, long seed) {
        this.folder = folder;
        this.tokens = tokens;
        this.width = width;
        random = new Random(seed);
        rows = tokens.size();
        embedding = drawn(tokens.size() * width);
        head = drawn(tokens.size() * width);
    }

    /// Matrices with another number of rows than there are tokens.
    ModelFolder rows(int count) {
        rows = count;
        embedding = drawn(count * width);
        head = drawn(count * width);
        return this;
    }

    ModelFolder config(Consumer<ObjectNode> change) {
        changes.add(change);
        return this;
    }

    /// A model of another type; the names of its layers stay GPT-2's.
    ModelFolder type(String modelType, String embedding) {
        embeddingName = embedding;
        return config(json -> json.put("model_type", modelType));
    }

    ModelFolder embedding(float... rows) {
        embedding = rows;
        return this;
    }

    ModelFolder untied() {
        tied = false;
        return this;
    }

    /// The input embedding in one file, all else in another.
    ModelFolder sharded() {
        sharded = true;
        return this;
    }

    ModelFolder dtype(DType type) {
        dtype = type;
        return this;
    }

    ModelFolder extra(String name, long... shape) {
        List<Long> sizes = Arrays.stream(shape).boxed().toList();
        int elements = (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
        extra.add(new PlannedTensor(name, dtype, sizes, TensorSource.of(drawn(elements))));
        return this;
    }

    float[] embedding() {
        return embedding;
    }

    float[] head() {
        return head;
    }

    Path write() throws IOException {
        Path made = folder.resolveSibling(folder.getFileName() + "-tokenizer");
        TokenizerFolder.byteLevel(made, tokens);
        try (var writer = CheckpointWriter.create(folder, false)) {
            writer.config(config());
            int eos = Math.max(0, tokens.indexOf("<|endoftext|>"));
            writer.generationConfig(new JsonMapper().createObjectNode().put("eos_token_id", eos));
            writer.copyTokenizer(made);
            writer.tensors(tensors(), Map.of("format", "pt"), this::file, _ -> {});
            writer.commit();
        }
        return folder;
    }

    private String file(String tensor) {
        if (!sharded) {
            return "model.safetensors";
        }
        return "model-0000%d-of-00002.safetensors".formatted(tensor.equals(embeddingName) ? 1 : 2);
    }

    private ObjectNode config() {
        int eos = tokens.indexOf("<|endoftext|>");
        ObjectNode config = new JsonMapper().createObjectNode();
        config.put("model_type", "gpt2")
                .put("n_embd", width)
                .put("n_head", 1)
                .put("n_layer", 1)
                .put("n_positions", 8)
                .put("bos_token_id", eos)
                .put("eos_token_id", eos)
                .put("initializer_range", 0.02)
                .put("tie_word_embeddings", tied)
                .put("vocab_size", rows);
        changes.forEach(change -> change.accept(config));
        return config;
    }

    private List<PlannedTensor> tensors() {
        var tensors = new ArrayList<PlannedTensor>();
        tensors.add(tensor(embeddingName, List.of((long) rows, (long) width), embedding));
        tensors.add(layer("transformer.wpe.weight", 8, width));
        tensors.add(layer("transformer.h.0.ln_1.weight", width));
        tensors.add(layer("transformer.h.0.ln_1.bias", width));
        tensors.add(layer("transformer.h.0.attn.c_proj.weight", width, width));
        tensors.add(layer("transformer.h.0.mlp.c_fc.weight", width, 4L * width));
        if (!tied) {
            tensors.add(tensor("lm_head.weight", List.of((long) rows, (long) width), head));
        }
        tensors.addAll(extra);
        return tensors;
    }

    private PlannedTensor layer(String name, long... shape) {
        List<Long> sizes = Arrays.stream(shape).boxed().toList();
        int elements = (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
        return tensor(name, sizes, drawn(elements));
    }

    private PlannedTensor tensor(String name, List<Long> shape, float[] values) {
        return new PlannedTensor(name, dtype, shape, TensorSource.of(values));
    }

    private float[] drawn(int count) {
        float[] values = new float[count];
        for (int at = 0; at < count; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }
}
