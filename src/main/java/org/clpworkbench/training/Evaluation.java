package org.clpworkbench.training;

import org.clpworkbench.data.Batch;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.lm.LanguageModel;

/// How well a model predicts a held-out text.
///
/// @param loss nats per token
/// @param bitsPerByte bits per UTF-8 byte, comparable between tokenizers
public record Evaluation(double loss, double bitsPerByte, long tokens) {
    public static Evaluation of(LanguageModel model, HeldOutWindows text) {
        double nats = 0;
        for (Batch batch : text.batches()) {
            nats += model.loss(batch.inputs(), batch.targets(), batch.rows());
        }
        return new Evaluation(
                nats / text.tokens(), nats / Math.log(2) / text.bytes(), text.tokens());
    }

    /// exp(loss).
    public double perplexity() {
        return Math.exp(loss);
    }
}
