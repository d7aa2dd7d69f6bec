package org.clpworkbench.transfer;

import java.util.BitSet;

/// A tensor of the target that is being made.
///
/// @param fallback missing ids whose rows were drawn; filled while it is written
record NewMatrix(VocabularyTensor tensor, MatrixTransfer transfer, BitSet fallback) {
    NewMatrix(VocabularyTensor tensor, MatrixTransfer transfer) {
        this(tensor, transfer, new BitSet());
    }
}
