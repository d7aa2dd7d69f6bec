package org.clpworkbench.lm;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Continues a sequence of tokens, one at a time.
public final class Generator {
    /// Is told of each new token as soon as it is drawn.
    @FunctionalInterface
    public interface Watch {
        /// @param logits that it was drawn from, one for each token of the vocabulary
        /// @return whether to go on
        boolean drew(int id, float[] logits);
    }

    private final LanguageModel model;

    /// @throws IllegalArgumentException for a model that fills masked places
    public Generator(LanguageModel model) {
        if (!model.causal()) {
            throw new ToldArgumentException(
                    Sentence.of(Generator.class, "masked", model.config().modelType()));
        }
        this.model = model;
    }

    /// The prompt followed by `count` new tokens. Where that is longer than the model's context,
    /// the model sees the latest tokens: when it has read as many as it can, it begins again with
    /// the later half of them.
    public int[] continuation(int[] prompt, int count, Sampling sampling) {
        return continuation(prompt, count, sampling, (_, _) -> true);
    }

    /// The same, watched; shorter where the watch does not want it to go on.
    public int[] continuation(int[] prompt, int count, Sampling sampling, Watch watch) {
        var random = new SplittableRandom(sampling.seed());
        int[] ids = Arrays.copyOf(prompt, prompt.length + count);
        int capacity = Math.min(model.context(), ids.length);
        int length = prompt.length;
        int unread = Math.max(0, length - capacity);
        boolean wanted = true;
        while (wanted && length < ids.length) {
            try (var cache = new KeyValueCache(model, capacity)) {
                float[] logits = cache.read(Arrays.copyOfRange(ids, unread, length));
                ids[length] = sampling.draw(logits, random);
                wanted = watch.drew(ids[length++], logits);
                while (wanted && length < ids.length && cache.room() > 0) {
                    logits = cache.read(ids[length - 1]);
                    ids[length] = sampling.draw(logits, random);
                    wanted = watch.drew(ids[length++], logits);
                }
            }
            unread = length - Math.max(1, capacity / 2);
        }
        return Arrays.copyOf(ids, length);
    }
}
