package org.clpworkbench.vocab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The special roles that a model folder gives to its tokens: by spelling in the tokenizer's
/// configuration, else by id in the model's.
final class SpecialTokens {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SpecialTokens() {}

    static Map<SpecialRole, Integer> read(Path folder, Map<String, Integer> ids)
            throws IOException {
        var roles = new EnumMap<SpecialRole, Integer>(SpecialRole.class);
        for (String name : List.of("tokenizer_config.json", "special_tokens_map.json")) {
            JsonNode config = json(folder.resolve(name));
            for (SpecialRole role : SpecialRole.values()) {
                spelled(config.path(role.tokenField()))
                        .map(ids::get)
                        .ifPresent(id -> roles.putIfAbsent(role, id));
            }
        }
        JsonNode model = json(folder.resolve("config.json"));
        for (SpecialRole role : SpecialRole.values()) {
            JsonNode id = model.path(role.idField());
            if (id.isInt() && ids.containsValue(id.intValue())) {
                roles.putIfAbsent(role, id.intValue());
            }
        }
        return roles;
    }

    /// A token is given as a string, or as an object with its "content".
    private static Optional<String> spelled(JsonNode token) {
        JsonNode text = token.isObject() ? token.path("content") : token;
        return text.isTextual() ? Optional.of(text.textValue()) : Optional.empty();
    }

    private static JsonNode json(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return MAPPER.createObjectNode();
        }
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw new CheckpointException(
                    Sentence.of(
                            SpecialTokens.class,
                            "tokenizer.json",
                            file,
                            malformed.getLocation().getByteOffset(),
                            malformed.getOriginalMessage()));
        }
    }
}
