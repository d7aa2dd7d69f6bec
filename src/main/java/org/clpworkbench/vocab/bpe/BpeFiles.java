package org.clpworkbench.vocab.bpe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A trained BPE as the Hugging Face libraries read it: tokenizer.json with everything that cuts
/// and joins a text, tokenizer_config.json with what the special token is for.
public final class BpeFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String TOKENIZER = "tokenizer.json";

    private BpeFiles() {}

    /// Writes both files into a folder, which is made where there is none.
    public static void write(Path folder, BpeModel model) throws IOException {
        Files.createDirectories(folder);
        WholeFiles.write(folder.resolve(TOKENIZER), JSON.writeValueAsBytes(tokenizer(model)));
        WholeFiles.write(
                folder.resolve("tokenizer_config.json"), JSON.writeValueAsBytes(config(model)));
    }

    /// Reads what {@link #write} wrote.
    ///
    /// @throws CheckpointException when the folder's tokenizer.json is another kind of tokenizer
    public static BpeModel read(Path folder) throws IOException {
        Path file = folder.resolve(TOKENIZER);
        JsonNode root = JSON.readTree(file.toFile());
        JsonNode model = root.path("model");
        if (!model.path("type").asText().equals("BPE")) {
            throw new CheckpointException(Sentence.of(BpeFiles.class, "bpe.none", file));
        }
        var special = new ArrayList<String>();
        root.path("added_tokens").forEach(token -> special.add(token.path("content").asText()));
        Map<String, Integer> ids = new HashMap<>();
        model.path("vocab")
                .properties()
                .forEach(token -> ids.put(token.getKey(), token.getValue().asInt()));
        var merges = new ArrayList<BpeModel.Merge>();
        for (JsonNode merge : model.path("merges")) {
            merges.add(new BpeModel.Merge(id(merge, 0, ids, file), id(merge, 1, ids, file)));
        }
        List<String> tokens =
                ids.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
        return new BpeModel(tokens, merges, special);
    }

    private static int id(JsonNode merge, int side, Map<String, Integer> ids, Path file)
            throws CheckpointException {
        String token = merge.path(side).asText();
        Integer id = ids.get(token);
        if (id == null) {
            throw new CheckpointException(Sentence.of(BpeFiles.class, "bpe.merge", file, token));
        }
        return id;
    }

    private static ObjectNode tokenizer(BpeModel model) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "1.0").putNull("truncation").putNull("padding");
        ArrayNode added = root.putArray("added_tokens");
        for (int id = 0; id < model.specialTokens().size(); id++) {
            added.addObject()
                    .put("id", id)
                    .put("content", model.specialTokens().get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        root.putNull("normalizer");
        byteLevel(root.putObject("pre_tokenizer"), false, true);
        byteLevel(root.putObject("post_processor"), true, false);
        byteLevel(root.putObject("decoder"), true, true);
        root.set("model", bpe(model));
        return root;
    }

    /// The library reads both flags in every step, and heeds the first only where a text is cut.
    private static void byteLevel(ObjectNode step, boolean prefixSpace, boolean trimOffsets) {
        step.put("type", "ByteLevel")
                .put("add_prefix_space", prefixSpace)
                .put("trim_offsets", trimOffsets)
                .put("use_regex", true);
    }

    private static ObjectNode bpe(BpeModel model) {
        ObjectNode bpe = JSON.createObjectNode();
        bpe.put("type", "BPE")
                .putNull("dropout")
                .putNull("unk_token")
                .putNull("continuing_subword_prefix")
                .putNull("end_of_word_suffix")
                .put("fuse_unk", false)
                .put("byte_fallback", false)
                .put("ignore_merges", false);
        ObjectNode vocabulary = bpe.putObject("vocab");
        for (int id = 0; id < model.tokens().size(); id++) {
            vocabulary.put(model.tokens().get(id), id);
        }
        ArrayNode merges = bpe.putArray("merges");
        for (BpeModel.Merge merge : model.merges()) {
            merges.addArray()
                    .add(model.tokens().get(merge.left()))
                    .add(model.tokens().get(merge.right()));
        }
        return bpe;
    }

    /// GPT-2 uses one token for the beginning and the end of a text and for what is unknown.
    private static ObjectNode config(BpeModel model) {
        ObjectNode config = JSON.createObjectNode();
        List<String> special = model.specialTokens();
        if (!special.isEmpty()) {
            for (String role : List.of("bos_token", "eos_token", "unk_token")) {
                config.put(role, special.getFirst());
            }
        }
        return config.put("tokenizer_class", "PreTrainedTokenizerFast");
    }
}
