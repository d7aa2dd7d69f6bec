package org.clpworkbench.training;

import org.clpworkbench.data.Batch;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.lm.Foresight;
import org.clpworkbench.lm.LanguageModel;

import java.util.function.IntPredicate;

/// How well a model predicts a held-out text, whose tokens may be of two classes.
///
/// @param inside tokens of the class that was asked for
/// @param outside the others
/// @param bytes UTF-8 bytes of all tokens
public record Evaluation(TokenLosses inside, TokenLosses outside, long bytes) {
    public static Evaluation of(LanguageModel model, HeldOutWindows text) {
        return of(model, text, _ -> true);
    }

    /// @param inside whether a token's id is of the class
    public static Evaluation of(LanguageModel model, HeldOutWindows text, IntPredicate inside) {
        var within = new Tally();
        var without = new Tally();
        for (HeldOutWindows.Part part : text.parts()) {
            Batch batch = part.batch();
            Foresight found =
                    model.foresight(batch.inputs(), batch.places(), batch.targets(), batch.rows());
            for (int i = 0; i < batch.targets().length; i++) {
                if (i % batch.predicted() >= part.seen()) {
                    var tally = inside.test((int) batch.targets()[i]) ? within : without;
                    tally.add(found.losses()[i], found.hits()[i] > 0);
                }
            }
        }
        return new Evaluation(within.sum(), without.sum(), text.bytes());
    }

    private static final class Tally {
        private double nats;
        private long hits;
        private long tokens;

        void add(float loss, boolean hit) {
            nats += loss;
            hits += hit ? 1 : 0;
            tokens++;
        }

        TokenLosses sum() {
            return new TokenLosses(nats, hits, tokens);
        }
    }

    /// Both texts as one.
    public Evaluation plus(Evaluation other) {
        return new Evaluation(
                inside.plus(other.inside), outside.plus(other.outside), bytes + other.bytes);
    }

    public TokenLosses all() {
        return inside.plus(outside);
    }

    /// Nats per token.
    public double loss() {
        return all().loss();
    }

    /// Bits per UTF-8 byte, comparable between tokenizers.
    public double bitsPerByte() {
        return all().nats() / Math.log(2) / bytes;
    }

    /// exp(loss).
    public double perplexity() {
        return Math.exp(loss());
    }
}
