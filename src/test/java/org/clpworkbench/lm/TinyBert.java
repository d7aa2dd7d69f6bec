package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.embedded.EmbeddedDemo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A BERT of two layers, width 16, context 32, with seeded weights and the embedded German
/// tokenizer, which has a mask and marks besides.
public final class TinyBert {
    public static final int CONTEXT = 32;
    public static final int MASK = 8192;
    public static final int CLS = 8193;
    public static final int SEP = 8194;

    private static final List<String> MARKS = List.of("[MASK]", "[CLS]", "[SEP]");

    private TinyBert() {}

    public static Path write(Path folder, EmbeddedDemo demo) throws IOException {
        Path tokenizer = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-t"));
        marked(demo.helper(), tokenizer);
        ObjectNode config =
                new JsonMapper()
                        .createObjectNode()
                        .put("model_type", "bert")
                        .put("vocab_size", MASK + MARKS.size())
                        .put("hidden_size", 16)
                        .put("num_hidden_layers", 2)
                        .put("num_attention_heads", 2)
                        .put("intermediate_size", 32)
                        .put("max_position_embeddings", CONTEXT);
        return MadeModel.write(folder, config, 0.2f, Optional.of(tokenizer));
    }

    private static void marked(Path from, Path folder) throws IOException {
        var json = new JsonMapper();
        var tokenizer = (ObjectNode) json.readTree(from.resolve("tokenizer.json").toFile());
        var added = (ArrayNode) tokenizer.get("added_tokens");
        ObjectNode roles = json.createObjectNode();
        for (int i = 0; i < MARKS.size(); i++) {
            String mark = MARKS.get(i);
            ObjectNode token = added.get(0).deepCopy();
            added.add(token.put("id", MASK + i).put("content", mark));
            roles.put(mark.replaceAll("\\W", "").toLowerCase(Locale.ROOT) + "_token", mark);
        }
        json.writeValue(folder.resolve("tokenizer.json").toFile(), tokenizer);
        json.writeValue(folder.resolve("tokenizer_config.json").toFile(), roles);
    }
}
