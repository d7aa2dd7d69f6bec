package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.ModelTokenizer.Piece;
import org.clpworkbench.vocab.Vocabulary;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// One sentence cut by both tokenizers.
///
/// @param words separated by white space
record Segmentation(long words, List<Part> source, List<Part> helper) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /// A token of the sentence.
    ///
    /// @param helperId the helper's token that it is, -1 when the helper has none
    record Part(int helperId, String display, String raw, TokenKind kind) {}

    static Segmentation of(String sentence, OverlapFindings findings) {
        return new Segmentation(
                WORD.matcher(sentence).results().count(),
                parts(
                        sentence,
                        findings.sourceTokenizer(),
                        id -> findings.helperIds().get(id),
                        id -> findings.helperIds().get(id)),
                parts(
                        sentence,
                        findings.helperTokenizer(),
                        id -> id,
                        id -> findings.overlap().sourceOf(id).orElse(-1)));
    }

    private static List<Part> parts(
            String sentence,
            ModelTokenizer tokenizer,
            IntUnaryOperator helperId,
            IntUnaryOperator other) {
        Vocabulary vocabulary = tokenizer.vocabulary();
        return tokenizer.segment(sentence).stream()
                .map(Piece::id)
                .map(
                        id ->
                                new Part(
                                        helperId.applyAsInt(id),
                                        vocabulary.display(id),
                                        vocabulary.token(id).orElse(""),
                                        kind(vocabulary, id, other.applyAsInt(id) >= 0)))
                .toList();
    }

    private static TokenKind kind(Vocabulary vocabulary, int id, boolean shared) {
        if (vocabulary.special(id)) {
            return TokenKind.SPECIAL;
        }
        return shared ? TokenKind.ANCHOR : TokenKind.MISSING;
    }

    static long anchors(List<Part> parts) {
        return parts.stream().filter(part -> part.kind() == TokenKind.ANCHOR).count();
    }

    double perWord(List<Part> parts) {
        return (double) parts.size() / Math.max(1, words);
    }
}
