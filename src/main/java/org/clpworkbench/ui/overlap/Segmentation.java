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
record Segmentation(long words, Side source, Side helper) {
    /// Tokens that are shown one by one: as many as a person looks over, so that a text that
    /// somebody pastes holds up no keystroke.
    static final int MOST_SHOWN = 300;

    private static final Pattern WORD = Pattern.compile("\\S+");

    /// A token of the sentence.
    ///
    /// @param helperId the helper's token that it is, -1 when the helper has none
    record Part(int helperId, String display, String raw, TokenKind kind) {}

    /// What one tokenizer makes of the sentence.
    ///
    /// @param tokens into how many it is cut
    /// @param shared how many of them stand in both vocabularies
    /// @param first those that are shown
    record Side(int tokens, long shared, List<Part> first) {
        static final Side NONE = new Side(0, 0, List.of());

        private static Side of(
                List<Integer> ids,
                Vocabulary vocabulary,
                IntUnaryOperator helperId,
                IntFunction<TokenKind> kind) {
            return new Side(
                    ids.size(),
                    ids.stream().filter(id -> isShared(kind.apply(id))).count(),
                    ids.stream()
                            .limit(MOST_SHOWN)
                            .map(
                                    id ->
                                            new Part(
                                                    helperId.applyAsInt(id),
                                                    vocabulary.display(id),
                                                    vocabulary.token(id).orElse(""),
                                                    kind.apply(id)))
                            .toList());
        }

        private static boolean isShared(TokenKind kind) {
            return kind == TokenKind.ANCHOR || kind == TokenKind.SPECIAL;
        }
    }

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
                Side.of(
                        cut.source(),
                        overlap.source(),
                        id -> findings.helperIds().get(id),
                        id ->
                                findings.helperIds().get(id) < 0
                                        ? TokenKind.SOURCE_ONLY
                                        : TokenKind.of(overlap.source().special(id), true)),
                Side.of(
                        cut.helper(),
                        overlap.target(),
                        id -> id,
                        id ->
                                TokenKind.of(
                                        overlap.target().special(id),
                                        overlap.sourceOf(id).isPresent())));
    }

    double perWord(Side side) {
        return (double) side.tokens() / Math.max(1, words);
    }
}
