package org.clpworkbench.lm;

import java.util.stream.IntStream;

/// The loss of a model that predicts what follows.
public final class NextTokenLoss {
    private NextTokenLoss() {}

    /// Sum of the losses in nats over all targets.
    public static double sum(LanguageModel model, long[] inputs, long[] targets, int rows) {
        int context = inputs.length / rows;
        long[] places =
                IntStream.range(0, inputs.length).mapToLong(place -> place % context).toArray();
        double sum = 0;
        for (float loss : model.foresight(inputs, places, targets, rows).losses()) {
            sum += loss;
        }
        return sum;
    }
}
