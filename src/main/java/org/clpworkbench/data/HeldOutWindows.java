package org.clpworkbench.data;

import org.clpworkbench.vocab.ModelTokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Validation batches: windows one after the other from the beginning of a text, so that every
/// token but the first is predicted once.
///
/// @param bytes UTF-8 bytes of the predicted tokens
public record HeldOutWindows(List<Batch> batches, long bytes) {
    public HeldOutWindows {
        batches = List.copyOf(batches);
    }

    /// As many whole windows as `limit` tokens and the text hold, at least one.
    public static HeldOutWindows of(
            int[] tokens, ModelTokenizer tokenizer, int batch, int context, int limit) {
        int windows = Math.max(1, Math.min(limit, tokens.length - 1) / context);
        var batches = new ArrayList<Batch>();
        for (int first = 0; first < windows; first += batch) {
            int[] starts =
                    IntStream.range(first, Math.min(windows, first + batch))
                            .map(window -> window * context)
                            .toArray();
            batches.add(Batch.of(tokens, starts, context));
        }
        int[] predicted = Arrays.copyOfRange(tokens, 1, windows * context + 1);
        String text = tokenizer.decode(predicted);
        return new HeldOutWindows(batches, text.getBytes(StandardCharsets.UTF_8).length);
    }

    public long tokens() {
        return batches.stream().mapToLong(Batch::tokens).sum();
    }
}
