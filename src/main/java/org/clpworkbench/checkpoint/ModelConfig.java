package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model's config.json: the fields that the program reads, and the whole of it for writing back
/// (change a copy of it). Refuses one without sizes.
public record ModelConfig(ObjectNode json) {
    public static final String FILE = "config.json";
    public static final String GENERATION_FILE = "generation_config.json";

    /// @throws IllegalArgumentException when a field is missing or no positive number
    public ModelConfig {
        json = json.deepCopy();
        if (json.path("model_type").asText().isEmpty()) {
            throw new IllegalArgumentException("\"model_type\" is missing");
        }
        positive(json, "vocab_size");
        positive(json, "n_embd", "hidden_size");
        positive(json, "n_layer", "num_hidden_layers");
        positive(json, "n_head", "num_attention_heads");
        positive(json, "n_positions", "n_ctx", "max_position_embeddings");
    }

    /// Reads config.json of a model folder.
    ///
    /// @throws CheckpointException when it is missing or lacks a field
    public static ModelConfig read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isDirectory(folder)) {
            throw new CheckpointException(folder + " is not a folder; choose a model's folder.");
        }
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(
                    "%s has no %s: it is not a Hugging Face model folder.".formatted(folder, FILE));
        }
        try {
            JsonNode tree = new JsonMapper().readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object) {
                return new ModelConfig(object);
            }
            throw new CheckpointException(file + " is not a JSON object.");
        } catch (JsonProcessingException invalid) {
            throw new CheckpointException(
                    "%s is not valid JSON: %s.".formatted(file, invalid.getOriginalMessage()));
        } catch (IllegalArgumentException incomplete) {
            throw new CheckpointException("%s: %s.".formatted(file, incomplete.getMessage()));
        }
    }

    public String modelType() {
        return json.path("model_type").asText();
    }

    public int vocabularySize() {
        return positive(json, "vocab_size");
    }

    public int width() {
        return positive(json, "n_embd", "hidden_size");
    }

    public int layers() {
        return positive(json, "n_layer", "num_hidden_layers");
    }

    public int heads() {
        return positive(json, "n_head", "num_attention_heads");
    }

    /// The longest sequence in tokens.
    public int contextLength() {
        return positive(json, "n_positions", "n_ctx", "max_position_embeddings");
    }

    /// Whether the output head is the input embedding; transformers takes it to be when nothing is
    /// said.
    public boolean tied() {
        return json.path("tie_word_embeddings").asBoolean(true);
    }

    private static int positive(ObjectNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0) {
                return value.intValue();
            }
            if (!value.isMissingNode()) {
                throw new IllegalArgumentException(
                        "\"%s\" must be a positive number, not %s".formatted(name, value));
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is missing".formatted(String.join("\" or \"", names)));
    }
}
