package org.clpworkbench.wordvectors;

import java.util.function.Function;
import java.util.function.IntFunction;

/// One side of a bilingual space.
///
/// @param tokenizer the token ids of a text, without special tokens
/// @param tokenText what a token stands for; white space around it is ignored
/// @param vocabularySize the tokens' ids lie below it
public record LanguageText(
        Text text,
        Function<String, int[]> tokenizer,
        IntFunction<String> tokenText,
        int vocabularySize) {
    public LanguageText {
        if (vocabularySize < 1) {
            throw new IllegalArgumentException(
                    "A vocabulary of %d tokens is none.".formatted(vocabularySize));
        }
    }
}
