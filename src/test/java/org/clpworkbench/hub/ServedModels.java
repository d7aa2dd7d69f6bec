package org.clpworkbench.hub;

import org.clpworkbench.checkpoint.TinyModels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Files of models to be put on a {@link HubServer}.
public final class ServedModels {
    private ServedModels() {}

    /// What a model of 600 billion parameters says of itself, more than any machine can train.
    public static byte[] hugeConfig() {
        return """
        {"model_type": "gpt2", "activation_function": "gelu_new", "layer_norm_epsilon": 1e-5,
         "n_embd": 16384, "n_head": 128, "n_layer": 200, "n_positions": 1024,
         "tie_word_embeddings": true, "vocab_size": 50257}
        """
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A model of three tokens that the program can open, with a card and a file that it needs not.
    ///
    /// @param folder where it is made first
    public static Map<String, byte[]> tiny(Path folder) throws IOException {
        TinyModels.write(folder, 4, List.of("<|end|>", "a", "b"), 1);
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        files.put(
                "README.md",
                "---\nlicense: mit\n---\n# A tiny model\n".getBytes(StandardCharsets.UTF_8));
        files.put("onnx/model.onnx", new byte[100]);
        return files;
    }
}
