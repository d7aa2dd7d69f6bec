package org.clpworkbench.transfer;

import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSink;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.io.IOException;

/// An output bias of the target model: anchors keep theirs, all other tokens get the source's mean.
record TargetBias(Tensor source, Overlap overlap, int rows) implements TensorSource {
    @Override
    public void writeTo(TensorSink sink) throws IOException {
        float[] known = source.floats();
        double sum = 0;
        for (float value : known) {
            sum += value;
        }
        float[] values = new float[rows];
        java.util.Arrays.fill(values, (float) (sum / known.length));
        for (Anchor anchor : overlap.anchors()) {
            if (anchor.sourceId() < known.length) {
                values[anchor.targetId()] = known[anchor.sourceId()];
            }
        }
        sink.write(values);
    }
}
