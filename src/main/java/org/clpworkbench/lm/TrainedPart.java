package org.clpworkbench.lm;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Which of a model's tensors are trained; the others stay as they are and have no optimizer state.
public sealed interface TrainedPart {
    record All() implements TrainedPart {}

    /// The input embedding, the output head's matrix and its bias.
    record Embeddings() implements TrainedPart {}

    /// Of the embeddings the rows that a transfer made, whichever these are; {@link Rows} once the
    /// model's folder has told them.
    record NewRows() implements TrainedPart {}

    /// Of the embeddings some rows.
    ///
    /// @param ids of the tokens whose rows are trained
    record Rows(BitSet ids) implements TrainedPart {
        public Rows {
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("At least one row must be trained.");
            }
            ids = (BitSet) ids.clone();
        }

        @Override
        public BitSet ids() {
            return (BitSet) ids.clone();
        }
    }

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
            case Embeddings(), NewRows(), Rows(BitSet _) ->
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

    /// The rows that are trained of every trained tensor, ascending; none where these are trained
    /// as a whole.
    ///
    /// @throws IllegalStateException for new rows that nothing has told yet
    default long[] rows() {
        return switch (this) {
            case All(), Embeddings(), LastLayers(int _) -> new long[0];
            case Rows(BitSet ids) -> ids.stream().asLongStream().toArray();
            case NewRows() ->
                    throw new IllegalStateException("Which rows are new has not been looked up.");
        };
    }
}
