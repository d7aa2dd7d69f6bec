package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.ModelTokenizer.Piece;
import org.clpworkbench.vocab.Vocabulary;

import java.util.List;
import java.util.function.IntPredicate;

/// One sentence cut by both tokenizers.
record Segmentation(List<Part> source, List<Part> helper) {
    /// A token of the sentence.
    record Part(int id, String display, String raw, TokenKind kind) {}

    static Segmentation of(String sentence, OverlapFindings findings) {
        return new Segmentation(
                parts(sentence, findings.sourceTokenizer(), findings.sharedSourceIds()::get),
                parts(
                        sentence,
                        findings.helperTokenizer(),
                        id -> findings.overlap().sourceOf(id).isPresent()));
    }

    private static List<Part> parts(
            String sentence, ModelTokenizer tokenizer, IntPredicate anchor) {
        Vocabulary vocabulary = tokenizer.vocabulary();
        return tokenizer.segment(sentence).stream()
                .map(Piece::id)
                .map(
                        id ->
                                new Part(
                                        id,
                                        vocabulary.display(id),
                                        vocabulary.token(id).orElse(""),
                                        kind(vocabulary, id, anchor)))
                .toList();
    }

    private static TokenKind kind(Vocabulary vocabulary, int id, IntPredicate anchor) {
        if (vocabulary.special(id)) {
            return TokenKind.SPECIAL;
        }
        return anchor.test(id) ? TokenKind.ANCHOR : TokenKind.MISSING;
    }

    /// How many of the helper's tokens the source knows.
    long anchors() {
        return helper.stream().filter(part -> part.kind() == TokenKind.ANCHOR).count();
    }
}
