package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;

/// How a missing token is combined from the anchors. A new method is one class of this kind and one
/// line in {@link Methods}.
interface Weighting {
    /// Learns from the anchors what all combinations share.
    ///
    /// @throws TransferException when there are too few anchors to combine from
    Combination fit(Anchors anchors, Progress progress) throws TransferException;

    /// Whether rows are drawn without looking at the anchors' similarities.
    default boolean baseline() {
        return false;
    }

    /// Whether it compares every missing token with every anchor, and so needs their rows at once.
    default boolean comparesAllPairs() {
        return false;
    }
}
