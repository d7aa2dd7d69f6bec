package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.vocab.SpecialRole;
import org.clpworkbench.vocab.Vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Moves the token ids of a configuration from the source's vocabulary into the target's.
///
/// @param helper the helper's configurations that may name an id, the first one that does counts
record TargetTokenIds(Vocabulary target, List<ObjectNode> helper) {
    private static final String DECODER_START = "decoder_start_token_id";

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

    /// Changes every field of `config` that names a token; it gets no new ones.
    void moveInto(ObjectNode config) {
        config.remove(SOURCE_TOKENS);
        if (config.has(DECODER_START)) {
            SpecialRole role = roleOf(config.path(DECODER_START), config);
            config.set(DECODER_START, id(DECODER_START, role));
        }
        for (SpecialRole role : SpecialRole.values()) {
            if (config.has(role.idField())) {
                config.set(role.idField(), id(role.idField(), role));
            }
        }
    }

    /// Names the beginning, the end and padding even where the source says nothing: transformers
    /// would fill in the ids that are usual in the source's family.
    void moveIntoModel(ObjectNode config) {
        for (var role : List.of(SpecialRole.BOS, SpecialRole.EOS, SpecialRole.PAD)) {
            if (!config.has(role.idField())) {
                config.putNull(role.idField());
            }
        }
        moveInto(config);
    }

    /// The fields that still name a token of the source: none of the roles that tokenizers know.
    static List<String> notMoved(ObjectNode config) {
        Set<String> moved = new TreeSet<>(SOURCE_TOKENS);
        moved.add(DECODER_START);
        for (SpecialRole role : SpecialRole.values()) {
            moved.add(role.idField());
        }
        var fields = new ArrayList<String>();
        for (var field : config.properties()) {
            String name = field.getKey();
            boolean token = name.endsWith("_token_id") || name.endsWith("_token_index");
            if (token && !moved.contains(name) && field.getValue().isInt()) {
                fields.add(name);
            }
        }
        return fields;
    }

    /// Encoder–decoder models start with one of their special tokens: T5 with padding, BART with
    /// the end.
    private static SpecialRole roleOf(JsonNode id, ObjectNode config) {
        for (var role : List.of(SpecialRole.BOS, SpecialRole.PAD, SpecialRole.EOS)) {
            if (config.path(role.idField()).equals(id)) {
                return role;
            }
        }
        return SpecialRole.BOS;
    }

    private JsonNode id(String field, SpecialRole role) {
        return helper.stream()
                .map(config -> config.path(field))
                .filter(this::exists)
                .findFirst()
                .or(() -> token(role).<JsonNode>map(IntNode::valueOf))
                .orElse(NullNode.getInstance());
    }

    /// Whether it is an id of the target, or a list of such.
    private boolean exists(JsonNode id) {
        if (id.isArray() && !id.isEmpty()) {
            return id.valueStream().allMatch(this::exists);
        }
        return id.isInt() && target.token(id.intValue()).isPresent();
    }

    /// The end may be called sep and the beginning cls; padding is not replaced by the end, which
    /// would then never be learnt.
    private Optional<Integer> token(SpecialRole role) {
        OptionalInt own = target.role(role);
        OptionalInt found =
                own.isPresent() || role == SpecialRole.PAD ? own : target.role(role.substitute());
        return found.isPresent() ? Optional.of(found.getAsInt()) : Optional.empty();
    }
}
