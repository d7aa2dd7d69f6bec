package org.clpworkbench.vocab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes small tokenizers for tests: ids are places in the list of tokens; an empty token leaves a
/// gap.
public final class TokenizerFolder {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TokenizerFolder() {}

    /// Byte-level BPE without merges; "<|endoftext|>" among the tokens is the special one.
    public static Path byteLevel(Path folder, List<String> tokens) throws IOException {
        ObjectNode root = bpe(tokens);
        byteLevel(root.putObject("pre_tokenizer"));
        byteLevel(root.putObject("decoder"));
        return write(folder, root, "<|endoftext|>", tokens);
    }

    /// SentencePiece-like BPE; "</s>" among the tokens is the special one.
    public static Path sentencePiece(Path folder, List<String> tokens) throws IOException {
        ObjectNode root = bpe(tokens);
        root.putObject("pre_tokenizer").put("type", "Metaspace").put("replacement", "▁");
        root.putObject("decoder").put("type", "Metaspace").put("replacement", "▁");
        return write(folder, root, "</s>", tokens);
    }

    /// WordPiece; "[SEP]" among the tokens is the special one.
    public static Path wordPiece(Path folder, List<String> tokens) throws IOException {
        ObjectNode root = bpe(tokens);
        ObjectNode model = (ObjectNode) root.get("model");
        model.remove("merges");
        model.put("type", "WordPiece")
                .put("unk_token", tokens.getFirst())
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", 100);
        root.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        root.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
        return write(folder, root, "[SEP]", tokens);
    }

    private static void byteLevel(ObjectNode step) {
        step.put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }

    private static ObjectNode bpe(List<String> tokens) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", "1.0");
        ObjectNode model = root.putObject("model").put("type", "BPE");
        ObjectNode vocab = model.putObject("vocab");
        for (int id = 0; id < tokens.size(); id++) {
            if (!tokens.get(id).isEmpty()) {
                vocab.put(tokens.get(id), id);
            }
        }
        model.putArray("merges");
        return root;
    }

    private static Path write(Path folder, ObjectNode root, String eos, List<String> tokens)
            throws IOException {
        Files.createDirectories(folder);
        if (tokens.contains(eos)) {
            root.putArray("added_tokens")
                    .addObject()
                    .put("id", tokens.indexOf(eos))
                    .put("content", eos)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
            MAPPER.writeValue(
                    folder.resolve("tokenizer_config.json").toFile(),
                    MAPPER.createObjectNode().put("eos_token", eos));
        }
        MAPPER.writeValue(folder.resolve("tokenizer.json").toFile(), root);
        return folder;
    }
}
