package org.clpworkbench.data;

import org.clpworkbench.vocab.ModelTokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// A text to evaluate on, in windows: every token is predicted once from those before it in its
/// window, or some of each window's from all others.
///
/// @param tokens predicted tokens
/// @param bytes UTF-8 bytes of the predicted tokens
public record HeldOutWindows(List<Part> parts, long tokens, long bytes) {
    /// Some windows.
    ///
    /// @param seen targets at the beginning of every window that were predicted in the one before
    public record Part(Batch batch, int seen) {}

    /// What is masked is the same in every evaluation.
    private static final long SEED = 0;

    public HeldOutWindows {
        parts = List.copyOf(parts);
    }

    /// Windows one after the other from the beginning: as many whole ones as `limit` tokens and the
    /// text hold, at least one.
    public static HeldOutWindows of(
            Tokens tokens,
            ModelTokenizer tokenizer,
            Objective objective,
            int batch,
            int context,
            long limit) {
        int shown = objective.shown(context);
        long most = Math.min(limit, tokens.length() - objective.beyond());
        long windows = Math.max(1, most / shown);
        long[] starts = LongStream.range(0, windows).map(window -> window * shown).toArray();
        var random = new SplittableRandom(SEED);
        var parts = new ArrayList<Part>();
        for (long[] some : inBatches(starts, batch)) {
            parts.add(new Part(objective.batch(tokens, some, context, random), 0));
        }
        return of(tokens, objective.beyond(), windows * shown, tokenizer, parts);
    }

    /// Windows of which every next token is predicted, that move on by `stride` tokens and reach to
    /// the end of the text, so that every token but the first is predicted, from the second window
    /// on with at least context − stride before it.
    public static HeldOutWindows sliding(
            Tokens tokens, ModelTokenizer tokenizer, int batch, int context, int stride) {
        var parts = new ArrayList<Part>(parts(tokens, new long[] {0}, 1, context, 0));
        long last = tokens.length() - 1 - context;
        long[] starts = LongStream.rangeClosed(1, last / stride).map(i -> i * stride).toArray();
        parts.addAll(parts(tokens, starts, batch, context, context - stride));
        int left = (int) (last % stride);
        if (left > 0) {
            parts.addAll(parts(tokens, new long[] {last}, 1, context, context - left));
        }
        return of(tokens, 1, tokens.length() - 1, tokenizer, parts);
    }

    private static List<Part> parts(
            Tokens tokens, long[] starts, int batch, int context, int seen) {
        return inBatches(starts, batch).stream()
                .map(some -> new Part(NextToken.batch(tokens, some, context), seen))
                .toList();
    }

    private static List<long[]> inBatches(long[] starts, int batch) {
        var batches = new ArrayList<long[]>();
        for (int first = 0; first < starts.length; first += batch) {
            batches.add(Arrays.copyOfRange(starts, first, Math.min(starts.length, first + batch)));
        }
        return batches;
    }

    /// Where not every token is predicted, those that are have their share of the text's bytes.
    ///
    /// @param first the first token that may be predicted
    /// @param read how many there are
    private static HeldOutWindows of(
            Tokens tokens, int first, long read, ModelTokenizer tokenizer, List<Part> parts) {
        long predicted =
                parts.stream()
                        .mapToLong(
                                part ->
                                        (long) part.batch.rows()
                                                * (part.batch.predicted() - part.seen))
                        .sum();
        String text = tokenizer.decode(tokens.slice(first, Math.toIntExact(read)));
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return new HeldOutWindows(parts, predicted, bytes * predicted / read);
    }
}
