package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

/// How much work the pickles of one file may ask for. A step makes 100 bytes or so, thus memory
/// stays bounded with the steps, and time as well: whatever copies a list pays for each of its
/// items.
final class PickleBudget {
    /// A tensor takes about 50 steps: enough for 20,000 tensors in one file.
    static final int STEPS = 1_000_000;

    /// What a tensor costs beside its step, for what is kept of it.
    static final int TENSOR = 10;

    private final PickleInput in;
    private long left = STEPS;

    PickleBudget(PickleInput in) {
        this.in = in;
    }

    /// @throws RefusedTensorFileException when nothing is left
    void spend(long steps, long at) throws RefusedTensorFileException {
        left -= steps;
        if (left < 0) {
            throw in.refusal(at, Sentence.of(PickleBudget.class, "refused.steps", STEPS));
        }
    }
}
