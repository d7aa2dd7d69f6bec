package org.clpworkbench.data;

import java.util.SplittableRandom;

/// Every token is predicted from those before it (causal language modelling).
public record NextToken() implements Objective {
    @Override
    public int shown(int context) {
        return context;
    }

    @Override
    public int beyond() {
        return 1;
    }

    @Override
    public Batch batch(Tokens tokens, long[] starts, int context, SplittableRandom random) {
        return batch(tokens, starts, context);
    }

    static Batch batch(Tokens tokens, long[] starts, int context) {
        long[] inputs = new long[starts.length * context];
        long[] targets = new long[inputs.length];
        for (int row = 0; row < starts.length; row++) {
            for (int i = 0; i < context; i++) {
                inputs[row * context + i] = tokens.at(starts[row] + i);
                targets[row * context + i] = tokens.at(starts[row] + i + 1);
            }
        }
        return new Batch(inputs, targets, starts.length);
    }
}
