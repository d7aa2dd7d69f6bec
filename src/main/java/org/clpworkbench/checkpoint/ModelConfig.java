package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// A model's config.json: the fields that the program reads, under any of the names that the
/// families of transformers give them, and the whole of it for writing back (change a copy of it).
/// Refuses one without sizes.
public record ModelConfig(ObjectNode json) {
    public static final String FILE = "config.json";
    public static final String GENERATION_FILE = "generation_config.json";
    public static final String VOCABULARY = "vocab_size";

    private static final String[] WIDTH = {"n_embd", "hidden_size", "n_embed", "d_model", "dim"};
    private static final String[] LAYERS = {
        "n_layer", "num_hidden_layers", "num_layers", "n_layers", "decoder_layers"
    };
    private static final String[] HEADS = {
        "n_head", "num_attention_heads", "num_heads", "n_heads", "decoder_attention_heads"
    };
    private static final String[] CONTEXT = {
        "n_positions", "n_ctx", "max_position_embeddings", "seq_length", "max_seq_len"
    };

    /// OPT-350m and ALBERT: embeddings narrower than the layers, with a projection between.
    private static final String[] EMBEDDING_WIDTH = {"word_embed_proj_dim", "embedding_size"};

    /// @throws IllegalArgumentException when a field is missing or no positive number
    public ModelConfig {
        json = json.deepCopy();
        if (json.path("model_type").asText().isEmpty()) {
            throw missing("model_type");
        }
        ObjectNode text = text(json);
        positive(text, VOCABULARY);
        positive(text, WIDTH);
        positive(text, LAYERS);
        optional(text, HEADS);
        optional(text, CONTEXT);
        optional(text, EMBEDDING_WIDTH);
    }

    /// Reads config.json of a model folder.
    ///
    /// @throws CheckpointException when it is missing or lacks a field
    public static ModelConfig read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isDirectory(folder)) {
            throw new CheckpointException(Sentence.of(ModelConfig.class, "folder.none", folder));
        }
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(
                    Sentence.of(ModelConfig.class, "config.none", folder, FILE));
        }
        try {
            JsonNode tree = new JsonMapper().readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object) {
                return new ModelConfig(object);
            }
            throw new CheckpointException(Sentence.of(ModelConfig.class, "config.object", file));
        } catch (JsonProcessingException invalid) {
            throw new CheckpointException(
                    Sentence.of(ModelConfig.class, "json", file, invalid.getOriginalMessage()));
        } catch (IllegalArgumentException incomplete) {
            throw new CheckpointException(
                    Sentence.of(
                            ModelConfig.class, "config.incomplete", file, Told.reason(incomplete)));
        }
    }

    public String modelType() {
        return json.path("model_type").asText();
    }

    /// The part that describes the language model: a model of several parts, as Gemma 3 with its
    /// eyes, nests it.
    public ObjectNode text() {
        return text(json);
    }

    /// The part of a config.json that describes the language model.
    public static ObjectNode text(ObjectNode json) {
        boolean whole = Arrays.stream(WIDTH).anyMatch(json::hasNonNull);
        return !whole && json.path("text_config") instanceof ObjectNode nested ? nested : json;
    }

    public int vocabularySize() {
        return positive(text(), VOCABULARY);
    }

    public int width() {
        return positive(text(), WIDTH);
    }

    /// Numbers per token in the input embedding; in most models the width.
    public int embeddingWidth() {
        return optional(text(), EMBEDDING_WIDTH).orElse(width());
    }

    public int layers() {
        return positive(text(), LAYERS);
    }

    /// Attention heads of a layer; empty where there is no attention.
    public OptionalInt heads() {
        return optional(text(), HEADS);
    }

    /// The longest sequence in tokens; empty where nothing limits it, as in BLOOM, whose attention
    /// fades with the distance.
    public OptionalInt contextLength() {
        return optional(text(), CONTEXT);
    }

    /// Whether the output head is the input embedding; where nothing is said, whether it usually is
    /// in this family.
    public boolean tied() {
        boolean usual = layout().map(ModelLayout::tied).orElse(true);
        JsonNode said = json.path("tie_word_embeddings");
        return (said.isBoolean() ? said : text().path("tie_word_embeddings")).asBoolean(usual);
    }

    /// How the model names its tensors, if its type is known.
    Optional<ModelLayout> layout() {
        return ModelLayout.of(modelType());
    }

    private static OptionalInt optional(ObjectNode json, String... names) {
        boolean said = Arrays.stream(names).anyMatch(json::hasNonNull);
        return said ? OptionalInt.of(positive(json, names)) : OptionalInt.empty();
    }

    private static int positive(ObjectNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0) {
                return value.intValue();
            }
            if (!value.isMissingNode() && !value.isNull()) {
                throw new ToldArgumentException(
                        Sentence.of(ModelConfig.class, "config.number", name, value));
            }
        }
        throw missing(String.join("\" / \"", names));
    }

    private static ToldArgumentException missing(String name) {
        return new ToldArgumentException(Sentence.of(ModelConfig.class, "config.field", name));
    }
}
