package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.vocab.SpecialRole;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The source's configuration with the target's vocabulary: every field that names a token follows
/// the helper, or is dropped where it cannot be carried over.
final class TargetConfig {
    private static final JsonMapper JSON = new JsonMapper();

    /// Lists of the source's token ids: meaningless in another vocabulary.
    private static final List<String> SOURCE_TOKENS =
            List.of(
                    "bad_words_ids",
                    "force_words_ids",
                    "suppress_tokens",
                    "begin_suppress_tokens",
                    "forced_bos_token_id",
                    "forced_eos_token_id",
                    "sequence_bias");

    private final Pair pair;

    TargetConfig(Pair pair) {
        this.pair = pair;
    }

    ObjectNode config(int rows) {
        ObjectNode config = pair.source().config().json().deepCopy();
        config.put("vocab_size", rows);
        follow(config, pair.helper().config().json());
        return config;
    }

    /// generation_config.json, when the source has one.
    Optional<ObjectNode> generationConfig() throws IOException {
        return generation(pair.source())
                .map(
                        config -> {
                            follow(config, pair.helper().config().json());
                            return config;
                        });
    }

    private void follow(ObjectNode config, ObjectNode helper) {
        config.remove(SOURCE_TOKENS);
        for (SpecialRole role : SpecialRole.values()) {
            follow(config, helper, role.idField(), role);
        }
        follow(config, helper, "decoder_start_token_id", SpecialRole.BOS);
    }

    private void follow(ObjectNode config, ObjectNode helper, String field, SpecialRole role) {
        Vocabulary target = pair.overlap().target();
        JsonNode own = helper.path(field);
        if (!own.isMissingNode() && !own.isNull()) {
            config.set(field, own);
        } else if (target.role(role).isPresent() && config.hasNonNull(field)) {
            config.put(field, target.role(role).getAsInt());
        } else if (config.has(field)) {
            config.putNull(field);
        }
    }

    private static Optional<ObjectNode> generation(Checkpoint model) throws IOException {
        Path file = model.folder().resolve(ModelConfig.GENERATION_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }
}
