package org.clpworkbench.vocab;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// How finely one tokenizer cuts a text, and how much of the text its vocabulary serves.
///
/// @param words of the text, separated by white space
/// @param bytes of the text in UTF-8
/// @param tokens it is cut into
/// @param shared those of them that stand in both vocabularies
/// @param bytePieces those of them that are bytes and no text: pieces of characters
/// @param unknown those of them that stand for what the vocabulary has no token for
/// @param used how many different tokens there are among them
/// @param vocabulary how many tokens the vocabulary has
public record Fertility(
        long words,
        long bytes,
        long tokens,
        long shared,
        long bytePieces,
        long unknown,
        int used,
        int vocabulary) {
    public static Fertility ofSource(CountedText text, Overlap overlap, IntPredicate shared) {
        return of(text, text.source(), overlap.source(), shared);
    }

    public static Fertility ofTarget(CountedText text, Overlap overlap) {
        return of(text, text.target(), overlap.target(), id -> overlap.sourceOf(id).isPresent());
    }

    private static Fertility of(
            CountedText text, TokenCounts counts, Vocabulary vocabulary, IntPredicate isShared) {
        long shared = 0;
        long bytePieces = 0;
        for (int id = 0; id < vocabulary.idRange(); id++) {
            long count = counts.count(id);
            if (count > 0) {
                shared += isShared.test(id) ? count : 0;
                bytePieces += isPieceOfCharacter(vocabulary, id) ? count : 0;
            }
        }
        return new Fertility(
                text.words(),
                text.bytes(),
                counts.total(),
                shared,
                bytePieces,
                unknown(vocabulary, counts),
                counts.distinct(),
                vocabulary.size());
    }

    /// GPT-2's end of a text also serves as its unknown token, which no text ever is cut into.
    private static long unknown(Vocabulary vocabulary, TokenCounts counts) {
        OptionalInt unknown = vocabulary.role(SpecialRole.UNK);
        return unknown.isEmpty() || unknown.equals(vocabulary.role(SpecialRole.EOS))
                ? 0
                : counts.count(unknown.getAsInt());
    }

    /// A newline or a tab is a byte too, but a whole character.
    private static boolean isPieceOfCharacter(Vocabulary vocabulary, int id) {
        return vocabulary
                .canonical(id)
                .filter(CanonicalToken::isByte)
                .filter(token -> token.text().chars().anyMatch(value -> value >= 0x80))
                .isPresent();
    }

    /// The fertility: tokens for a word.
    public double perWord() {
        return (double) tokens / Math.max(1, words);
    }

    public double perByte() {
        return (double) tokens / Math.max(1, bytes);
    }

    /// The share of the text's tokens that stand in both vocabularies, 0 to 1.
    public double sharedShare() {
        return share(shared);
    }

    /// The share of the text's tokens that are pieces of characters, 0 to 1.
    public double pieceShare() {
        return share(bytePieces);
    }

    /// The share of the text's tokens that the vocabulary has no token for, 0 to 1.
    public double unknownShare() {
        return share(unknown);
    }

    /// The share of the vocabulary that the text uses, 0 to 1.
    public double usedShare() {
        return (double) used / Math.max(1, vocabulary);
    }

    private double share(long count) {
        return (double) count / Math.max(1, tokens);
    }
}
