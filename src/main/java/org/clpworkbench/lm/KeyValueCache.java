package org.clpworkbench.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import java.util.Arrays;

/// A sequence that a model reads bit by bit, with the keys and values of all that it has read: each
/// new token costs one pass of one token.
public final class KeyValueCache implements AutoCloseable {
    private final LanguageModel model;
    private final NDManager manager;
    private final int capacity;
    private final NDList kept = new NDList();
    private int length;

    /// @param capacity tokens that can be read, at most the model's context
    public KeyValueCache(LanguageModel model, int capacity) {
        if (capacity < 1 || capacity > model.context()) {
            throw new IllegalArgumentException(
                    "The model takes 1 to %d tokens, not %d.".formatted(model.context(), capacity));
        }
        this.model = model;
        this.capacity = capacity;
        manager = model.manager().newSubManager();
        ModelSizes sizes = model.sizes();
        var shape = new Shape(1, sizes.keyValueHeads(), capacity, sizes.headWidth());
        for (NDArray array : model.products().zeros(manager, shape, 2 * sizes.layers())) {
            array.setName("cache[]");
            kept.add(array);
        }
    }

    /// Tokens read so far.
    public int length() {
        return length;
    }

    /// Tokens that can still be read.
    public int room() {
        return capacity - length;
    }

    /// Reads tokens on.
    ///
    /// @param ids at least one, at most {@link #room}; one at a time once something was read
    /// @return logits of what follows, one for every token of the vocabulary
    public float[] read(int... ids) {
        if (ids.length == 0 || ids.length > room() || (length > 0 && ids.length > 1)) {
            throw new IllegalArgumentException(
                    "%d tokens cannot be read after %d of %d."
                            .formatted(ids.length, length, capacity));
        }
        model.checkIds(ids);
        try (var scope = manager.newSubManager()) {
            long[] wide = Arrays.stream(ids).asLongStream().toArray();
            var inputs = new NDList(kept);
            inputs.add(scope.create(wide, new Shape(1, ids.length)));
            inputs.add(scope.create((long) length));
            float[] logits = model.call(scope, "next", inputs, false).get(0).toFloatArray();
            length += ids.length;
            return logits;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
