package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.ModelTokenizer.Piece;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.util.List;
import java.util.function.IntFunction;
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

    /// A sentence cut by both tokenizers, which no matching rule changes.
    ///
    /// @param source ids of the source's tokens
    /// @param helper ids of the helper's
    record Cut(long words, List<Integer> source, List<Integer> helper) {
        static Cut of(String sentence, ComparedPair pair) {
            return pair.open()
                    .ask(
                            () ->
                                    new Cut(
                                            WORD.matcher(sentence).results().count(),
                                            ids(sentence, pair.source()),
                                            ids(sentence, pair.helper())));
        }

        private static List<Integer> ids(String sentence, ModelTokenizer tokenizer) {
            return tokenizer.segment(sentence).stream().map(Piece::id).toList();
        }
    }

    static Segmentation of(Cut cut, OverlapFindings findings) {
        Overlap overlap = findings.overlap();
        return new Segmentation(
                cut.words(),
                parts(
                        cut.source(),
                        overlap.source(),
                        id -> findings.helperIds().get(id),
                        id ->
                                findings.helperIds().get(id) < 0
                                        ? TokenKind.SOURCE_ONLY
                                        : TokenKind.of(overlap.source().special(id), true)),
                parts(
                        cut.helper(),
                        overlap.target(),
                        id -> id,
                        id ->
                                TokenKind.of(
                                        overlap.target().special(id),
                                        overlap.sourceOf(id).isPresent())));
    }

    private static List<Part> parts(
            List<Integer> ids,
            Vocabulary vocabulary,
            IntUnaryOperator helperId,
            IntFunction<TokenKind> kind) {
        return ids.stream()
                .map(
                        id ->
                                new Part(
                                        helperId.applyAsInt(id),
                                        vocabulary.display(id),
                                        vocabulary.token(id).orElse(""),
                                        kind.apply(id)))
                .toList();
    }

    /// How many of some tokens stand in both vocabularies.
    static long shared(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.kind() == TokenKind.ANCHOR || part.kind() == TokenKind.SPECIAL)
                .count();
    }

    double perWord(List<Part> parts) {
        return (double) parts.size() / Math.max(1, words);
    }
}
