package org.clpworkbench.vocab.bpe;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.vocab.ByteAlphabet;

import java.util.HashSet;
import java.util.List;

/// What kind of tokenizer is to be trained.
///
/// @param vocabularySize tokens that it may have: special ones, the 256 bytes, and one for each
///   merge
/// @param minFrequency how often a pair must stand in the text to be merged
/// @param specialTokens in the order of their ids, which are the first ones
public record BpeSpec(int vocabularySize, long minFrequency, List<String> specialTokens) {
    /// GPT-2's only special token.
    public static final String END_OF_TEXT = "<|endoftext|>";

    /// A pair that stands in a text once says nothing about a language.
    public static final long USUAL_FREQUENCY = 2;

    public BpeSpec {
        specialTokens = List.copyOf(specialTokens);
        if (specialTokens.stream().anyMatch(token -> token.length() < 2)) {
            throw new IllegalArgumentException(
                    "A special token needs at least 2 characters: a single one stands for a byte.");
        }
        if (new HashSet<>(specialTokens).size() < specialTokens.size()) {
            throw new IllegalArgumentException(
                    "Every special token may be named but once: " + specialTokens + ".");
        }
        int fewest = specialTokens.size() + ByteAlphabet.SIZE;
        if (vocabularySize < fewest) {
            throw new ToldArgumentException(
                    Sentence.of(
                            BpeSpec.class,
                            "vocabulary.small",
                            fewest,
                            specialTokens.size(),
                            vocabularySize));
        }
        if (minFrequency < 0) {
            throw new ToldArgumentException(
                    Sentence.of(BpeSpec.class, "frequency.negative", minFrequency));
        }
    }

    /// As GPT-2's: the end of a text is the one special token.
    public static BpeSpec gpt2(int vocabularySize) {
        return new BpeSpec(vocabularySize, USUAL_FREQUENCY, List.of(END_OF_TEXT));
    }
}
