package org.clpworkbench.lm;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Continues a sequence of tokens, one at a time.
public final class Generator {
    private final LanguageModel model;

    /// @throws IllegalArgumentException for a model that fills masked places
    public Generator(LanguageModel model) {
        if (!model.causal()) {
            throw new IllegalArgumentException(
                    "A model of type \"%s\" fills masked places; it cannot continue a text."
                            .formatted(model.config().modelType()));
        }
        this.model = model;
    }

    /// The prompt followed by `count` new tokens. Where that is longer than the model's context,
    /// the model sees the latest tokens: when it has read as many as it can, it begins again with
    /// the later half of them.
    public int[] continuation(int[] prompt, int count, Sampling sampling) {
        var random = new SplittableRandom(sampling.seed());
        int[] ids = Arrays.copyOf(prompt, prompt.length + count);
        int capacity = Math.min(model.context(), ids.length);
        int length = prompt.length;
        int unread = Math.max(0, length - capacity);
        while (length < ids.length) {
            try (var cache = new KeyValueCache(model, capacity)) {
                float[] logits = cache.read(Arrays.copyOfRange(ids, unread, length));
                ids[length++] = sampling.draw(logits, random);
                while (length < ids.length && cache.room() > 0) {
                    ids[length] = sampling.draw(cache.read(ids[length - 1]), random);
                    length++;
                }
            }
            unread = length - Math.max(1, capacity / 2);
        }
        return ids;
    }
}
