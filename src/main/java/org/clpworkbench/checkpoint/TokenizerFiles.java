package org.clpworkbench.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which files of a model folder make up its tokenizer.
public final class TokenizerFiles {
    private static final List<String> NAMES =
            List.of(
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "added_tokens.json",
                    "vocab.json",
                    "merges.txt",
                    "vocab.txt",
                    "tokenizer.model",
                    "spiece.model",
                    "sentencepiece.bpe.model",
                    "chat_template.jinja",
                    "chat_template.json");

    private TokenizerFiles() {}

    /// All names that such a file may have.
    public static List<String> names() {
        return NAMES;
    }

    /// Those of a folder that exist.
    public static List<Path> in(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }
}
