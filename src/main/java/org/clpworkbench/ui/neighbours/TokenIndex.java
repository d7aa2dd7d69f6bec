package org.clpworkbench.ui.neighbours;

import org.clpworkbench.transfer.RowOrigin;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/// The helper's tokens, to be found by what a person types.
final class TokenIndex {
    private static final int LONG_ENOUGH_TO_TELL = 6;

    /// A token that holds what was typed.
    private record Hit(int rank, int length, TokenReference token) {
        static final Comparator<Hit> BEST_FIRST =
                Comparator.comparingInt(Hit::rank)
                        .thenComparingInt(Hit::length)
                        .thenComparingInt(hit -> hit.token().id());

        static Hit of(String text, String wanted, TokenReference token) {
            int rank = text.equals(wanted) ? 0 : text.startsWith(wanted) ? 1 : 2;
            return new Hit(rank, text.length(), token);
        }
    }

    private final Vocabulary target;
    private final IntFunction<RowOrigin> origin;
    private final List<TokenReference> tokens = new ArrayList<>();
    private final List<String> folded = new ArrayList<>();

    /// @param origin of each token's row
    TokenIndex(Vocabulary target, IntFunction<RowOrigin> origin) {
        this.target = target;
        this.origin = origin;
        for (int id = 0; id < target.idRange(); id++) {
            if (target.token(id).isPresent()) {
                TokenReference token = token(id);
                tokens.add(token);
                folded.add(fold(token.display()));
            }
        }
    }

    TokenReference token(int id) {
        return new TokenReference(id, target.display(id), target.token(id).orElse(""), kind(id));
    }

    /// By what the transfer does with the token.
    private TokenKind kind(int id) {
        return switch (origin(id)) {
            case COPIED -> TokenKind.of(target.special(id), true);
            case COMBINED -> TokenKind.MISSING;
            case MEAN, DRAWN -> TokenKind.FALLBACK;
        };
    }

    /// Whether there is such a token.
    boolean has(int id) {
        return target.token(id).isPresent();
    }

    RowOrigin origin(int id) {
        return origin.apply(id);
    }

    /// Those that are the typed text, then those that begin with it, then those that contain it;
    /// shorter ones first. It runs at each keystroke, so that no more than the best are ever kept
    /// and put in order.
    List<TokenReference> like(String typed, int most) {
        String wanted = fold(typed.strip());
        if (wanted.isEmpty()) {
            return List.of();
        }
        var best = new PriorityQueue<Hit>(most, Hit.BEST_FIRST.reversed());
        for (int at = 0; at < tokens.size(); at++) {
            String text = folded.get(at);
            if (text.contains(wanted)) {
                var hit = Hit.of(text, wanted, tokens.get(at));
                if (best.size() < most) {
                    best.add(hit);
                } else if (Hit.BEST_FIRST.compare(hit, best.element()) < 0) {
                    best.remove();
                    best.add(hit);
                }
            }
        }
        return best.stream().sorted(Hit.BEST_FIRST).map(Hit::token).toList();
    }

    /// A few whole words that the source does not know, spread over the vocabulary: somewhere to
    /// begin.
    List<TokenReference> examples(int most) {
        List<TokenReference> words =
                tokens.stream()
                        .filter(token -> token.kind() == TokenKind.MISSING)
                        .filter(token -> token.display().startsWith("·"))
                        .filter(token -> token.display().length() >= LONG_ENOUGH_TO_TELL)
                        .filter(
                                token ->
                                        token.display()
                                                .chars()
                                                .skip(1)
                                                .allMatch(Character::isLetter))
                        .toList();
        int step = Math.max(1, words.size() / Math.max(1, most));
        var some = new ArrayList<TokenReference>();
        for (int at = 0; at < words.size() && some.size() < most; at += step) {
            some.add(words.get(at));
        }
        return List.copyOf(some);
    }

    private static String fold(String text) {
        return text.replace(" ", "").replace("·", "").toLowerCase(Locale.ROOT);
    }
}
