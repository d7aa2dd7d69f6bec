package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The target's configuration: the source's, with what belongs to the vocabulary taken from the
/// helper.
final class TargetConfig {
    private static final List<String> ID_FIELDS =
            List.of(
                    "bos_token_id",
                    "eos_token_id",
                    "pad_token_id",
                    "unk_token_id",
                    "decoder_start_token_id");

    private TargetConfig() {}

    static ObjectNode config(Checkpoint source, Checkpoint helper, int rows) {
        ObjectNode config = source.config().json().deepCopy();
        takeIds(config, helper.config().json());
        return config.put("vocab_size", rows);
    }

    /// The source's generation_config.json with the helper's ids; empty when the source has none.
    static Optional<ObjectNode> generation(Checkpoint source, Checkpoint helper)
            throws IOException {
        Optional<ObjectNode> config = read(source.folder());
        if (config.isPresent()) {
            takeIds(config.get(), read(helper.folder()).orElse(helper.config().json()));
        }
        return config;
    }

    private static Optional<ObjectNode> read(Path folder) throws IOException {
        Path file = folder.resolve(ModelConfig.GENERATION_FILE);
        return Files.isRegularFile(file)
                        && new JsonMapper().readTree(file.toFile()) instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }

    private static void takeIds(ObjectNode config, JsonNode helper) {
        for (String field : ID_FIELDS) {
            if (helper.has(field)) {
                config.set(field, helper.get(field));
            } else {
                config.remove(field);
            }
        }
    }
}
