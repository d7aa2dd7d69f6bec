package org.clpworkbench.data;

import org.clpworkbench.vocab.ModelTokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A text to evaluate on, in windows: every token is predicted once, and those before it in its
/// window are what the model sees.
///
/// @param tokens predicted tokens
/// @param bytes UTF-8 bytes of the predicted tokens
public record HeldOutWindows(List<Part> parts, long tokens, long bytes) {
    /// Some windows.
    ///
    /// @param seen targets at the beginning of every window that were predicted in the one before
    public record Part(Batch batch, int seen) {}

    public HeldOutWindows {
        parts = List.copyOf(parts);
    }

    /// Windows one after the other from the beginning: as many whole ones as `limit` tokens and the
    /// text hold, at least one.
    public static HeldOutWindows of(
            int[] tokens, ModelTokenizer tokenizer, int batch, int context, int limit) {
        int windows = Math.max(1, Math.min(limit, tokens.length - 1) / context);
        int[] starts = IntStream.range(0, windows).map(window -> window * context).toArray();
        return of(tokens, tokenizer, parts(tokens, starts, batch, context, 0));
    }

    /// Windows that move on by `stride` tokens and reach to the end of the text, so that every
    /// token but the first is predicted, from the second window on with at least context − stride
    /// before it.
    public static HeldOutWindows sliding(
            int[] tokens, ModelTokenizer tokenizer, int batch, int context, int stride) {
        var parts = new ArrayList<Part>(parts(tokens, new int[] {0}, 1, context, 0));
        int last = tokens.length - 1 - context;
        int[] starts = IntStream.rangeClosed(1, last / stride).map(i -> i * stride).toArray();
        parts.addAll(parts(tokens, starts, batch, context, context - stride));
        int left = last % stride;
        if (left > 0) {
            parts.addAll(parts(tokens, new int[] {last}, 1, context, context - left));
        }
        return of(tokens, tokenizer, parts);
    }

    private static List<Part> parts(int[] tokens, int[] starts, int batch, int context, int seen) {
        var parts = new ArrayList<Part>();
        for (int first = 0; first < starts.length; first += batch) {
            int[] some = Arrays.copyOfRange(starts, first, Math.min(starts.length, first + batch));
            parts.add(new Part(Batch.of(tokens, some, context), seen));
        }
        return parts;
    }

    private static HeldOutWindows of(int[] tokens, ModelTokenizer tokenizer, List<Part> parts) {
        int predicted =
                parts.stream()
                        .mapToInt(part -> part.batch.tokens() - part.seen * part.batch.rows())
                        .sum();
        String text = tokenizer.decode(Arrays.copyOfRange(tokens, 1, predicted + 1));
        return new HeldOutWindows(parts, predicted, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
