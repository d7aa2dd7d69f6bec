package org.clpworkbench.lm;

import java.util.List;
import java.util.stream.IntStream;

/// Which of a model's tensors are trained; the others stay as they are and have no optimizer state.
public sealed interface TrainedPart {
    record All() implements TrainedPart {}

    /// The input embedding, the output head's matrix and its bias.
    record Embeddings() implements TrainedPart {}

    /// The last `count` layers with what follows them; a head that is the input embedding stays.
    record LastLayers(int count) implements TrainedPart {
        public LastLayers {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "At least the last layer must be trained, not the last " + count + ".");
            }
        }
    }

    /// Places of the trained parameters among all, in order.
    default List<Integer> indices(ParameterLayout layout) {
        int all = layout.all().size();
        return switch (this) {
            case All() -> IntStream.range(0, all).boxed().toList();
            case Embeddings() ->
                    IntStream.of(0, layout.headBiasIndex(), layout.headIndex())
                            .filter(index -> index >= 0)
                            .boxed()
                            .distinct()
                            .toList();
            case LastLayers(int count) ->
                    IntStream.range(layout.firstOf(Math.max(0, layout.layers() - count)), all)
                            .boxed()
                            .toList();
        };
    }
}
