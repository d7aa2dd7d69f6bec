package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;

/// The space of one transfer. Static vectors are trained once, for all matrices.
final class OpenSpace {
    private final TransferSpec spec;
    private final Pair pair;
    private final Progress progress;

    OpenSpace(TransferSpec spec, Pair pair, Progress progress) {
        this.spec = spec;
        this.pair = pair;
        this.progress = progress;
    }

    /// @param helper the helper's matrix that goes with the tensor to be made
    SpaceVectors vectors(Tensor helper) {
        progress.checkCancelled();
        Space space = spec.recipe().space();
        return switch (space) {
            case HELPER, HELPER_CENTERED ->
                    new HelperVectors(
                            TokenRows.of(helper, helper.entry().shape().getFirst()),
                            pair.overlap(),
                            space == Space.HELPER_CENTERED);
            case STATIC_TARGET, STATIC_BILINGUAL -> throw new IllegalStateException();
        };
    }
}
