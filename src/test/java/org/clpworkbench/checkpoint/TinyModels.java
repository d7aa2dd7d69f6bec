package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Model folders of the GPT-2 layout, small enough for tests and made from a seed.
public final class TinyModels {
    private static final String EMBEDDING = "transformer.wte.weight";

    private TinyModels() {}

    /// A whole tied model: one layer, two heads, a word-level tokenizer with these tokens by id.
    ///
    /// @param zeros ids whose embeddings are 0
    public static Path write(Path folder, int width, List<String> tokens, long seed, int... zeros)
            throws IOException {
        var planned = new ArrayList<>(tensors(tokens.size(), width, "transformer.", seed));
        if (zeros.length > 0) {
            float[] values = values(tokens.size() * width, new Random(seed));
            for (int id : zeros) {
                Arrays.fill(values, id * width, (id + 1) * width, 0);
            }
            List<Long> shape = List.of((long) tokens.size(), (long) width);
            var embedding = new PlannedTensor(EMBEDDING, DType.F32, shape, TensorSource.of(values));
            planned.replaceAll(
                    tensor -> tensor.spec().name().equals(EMBEDDING) ? embedding : tensor);
        }
        try (var writer = CheckpointWriter.create(folder, false)) {
            writer.config(config(tokens.size(), width, true));
            writer.file("tokenizer.json", tokenizer(tokens));
            writer.tensors(planned, metadata());
            writer.commit();
        }
        return folder;
    }

    /// A model of the BLOOM layout, tied and without layers, with a word-level tokenizer.
    public static Path writeBloom(Path folder, int width, List<String> tokens) throws IOException {
        ObjectNode config = config(tokens.size(), width, true).put("model_type", "bloom");
        config.remove("n_positions");
        String embedding = "transformer.word_embeddings.weight";
        List<Long> shape = List.of((long) tokens.size(), (long) width);
        try (var writer = CheckpointWriter.create(folder, false)) {
            writer.config(config);
            writer.file("tokenizer.json", tokenizer(tokens));
            writer.tensors(List.of(drawn(embedding, shape, new Random(1))), metadata());
            writer.commit();
        }
        return folder;
    }

    static Map<String, String> metadata() {
        return Map.of("format", "pt");
    }

    static ObjectNode config(int vocabulary, int width, boolean tied) {
        return new JsonMapper()
                .createObjectNode()
                .put("model_type", "gpt2")
                .put("activation_function", "gelu_new")
                .put("layer_norm_epsilon", 1e-5)
                .put("n_embd", width)
                .put("n_head", 2)
                .put("n_layer", 1)
                .put("n_positions", 16)
                .put("bos_token_id", 0)
                .put("eos_token_id", 0)
                .put("tie_word_embeddings", tied)
                .put("vocab_size", vocabulary);
    }

    /// The parameters of one GPT-2 layer around an embedding of vocabulary × width.
    static List<PlannedTensor> tensors(int vocabulary, long width, String prefix, long seed) {
        SequencedMap<String, List<Long>> shapes = new TreeMap<>();
        shapes.put("wte.weight", List.of((long) vocabulary, width));
        shapes.put("wpe.weight", List.of(16L, width));
        for (String norm : List.of("h.0.ln_1", "h.0.ln_2", "ln_f")) {
            shapes.put(norm + ".weight", List.of(width));
            shapes.put(norm + ".bias", List.of(width));
        }
        linear(shapes, "h.0.attn.c_attn", width, 3 * width);
        linear(shapes, "h.0.attn.c_proj", width, width);
        linear(shapes, "h.0.mlp.c_fc", width, 4 * width);
        linear(shapes, "h.0.mlp.c_proj", 4 * width, width);
        var random = new Random(seed);
        var planned = new ArrayList<PlannedTensor>();
        shapes.forEach((name, shape) -> planned.add(drawn(prefix + name, shape, random)));
        return planned;
    }

    private static void linear(Map<String, List<Long>> shapes, String name, long in, long out) {
        shapes.put(name + ".weight", List.of(in, out));
        shapes.put(name + ".bias", List.of(out));
    }

    static PlannedTensor drawn(String name, List<Long> shape, Random random) {
        int count = shape.stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b);
        return new PlannedTensor(name, DType.F32, shape, TensorSource.of(values(count, random)));
    }

    private static float[] values(int count, Random random) {
        var values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.1f;
        }
        return values;
    }

    private static byte[] tokenizer(List<String> tokens) throws IOException {
        var json = new JsonMapper();
        ObjectNode root = json.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding").putNull("normalizer");
        root.putArray("added_tokens")
                .addObject()
                .put("id", 0)
                .put("content", tokens.getFirst())
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
        root.putObject("pre_tokenizer").put("type", "WhitespaceSplit");
        root.putNull("post_processor").putNull("decoder");
        ObjectNode model = root.putObject("model").put("type", "WordLevel");
        ObjectNode vocabulary = model.putObject("vocab");
        for (int id = 0; id < tokens.size(); id++) {
            vocabulary.put(tokens.get(id), id);
        }
        model.put("unk_token", tokens.getFirst());
        return json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }
}
