package org.clpworkbench.training;

import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of the model a run trains, step by step. Written `all`, `embeddings`, `last-N` or
/// `embeddings-then-all:STEP`.
///
/// @param first what is trained from the first step on
/// @param allAfter the last step before everything is trained; 0 if that never changes
public record Trainable(TrainedPart first, int allAfter) {
    public static final Trainable ALL = new Trainable(new TrainedPart.All(), 0);

    private static final Pattern LAST = Pattern.compile("last-(\\d{1,6})");
    private static final Pattern THEN_ALL = Pattern.compile("embeddings-then-all:(\\d{1,9})");

    /// @throws IllegalArgumentException that lists the forms
    public static Trainable parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        if (text.equals("embeddings")) {
            return new Trainable(new TrainedPart.Embeddings(), 0);
        }
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            return new Trainable(new TrainedPart.LastLayers(Integer.parseInt(last.group(1))), 0);
        }
        Matcher thenAll = THEN_ALL.matcher(text);
        if (thenAll.matches() && Integer.parseInt(thenAll.group(1)) > 0) {
            return new Trainable(new TrainedPart.Embeddings(), Integer.parseInt(thenAll.group(1)));
        }
        throw new ToldArgumentException(Sentence.of(Trainable.class, "trainable", text));
    }

    /// @param step counted from 1
    public TrainedPart at(int step) {
        return allAfter > 0 && step > allAfter ? new TrainedPart.All() : first;
    }

    @Override
    public String toString() {
        return switch (first) {
            case TrainedPart.All() -> "all";
            case TrainedPart.Embeddings() ->
                    allAfter > 0 ? "embeddings-then-all:" + allAfter : "embeddings";
            case TrainedPart.LastLayers(int count) -> "last-" + count;
        };
    }
}
