package org.clpworkbench.training;

import org.clpworkbench.checkpoint.TransferredRows;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of the model a run trains, step by step. Written `all`, `embeddings`, `new-rows`, `last-N`,
/// `embeddings-then-all:STEP` or `new-rows-then-all:STEP`.
///
/// @param first what is trained from the first step on
/// @param allAfter the last step before everything is trained; 0 if that never changes
public record Trainable(TrainedPart first, int allAfter) {
    public static final Trainable ALL = new Trainable(new TrainedPart.All(), 0);

    private static final String EMBEDDINGS = "embeddings";
    private static final String NEW_ROWS = "new-rows";
    private static final Pattern LAST = Pattern.compile("last-(\\d{1,6})");
    private static final Pattern THEN_ALL =
            Pattern.compile("(embeddings|new-rows)-then-all:(\\d{1,9})");

    /// @throws IllegalArgumentException that lists the forms
    public static Trainable parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        if (text.equals(EMBEDDINGS) || text.equals(NEW_ROWS)) {
            return new Trainable(rows(text), 0);
        }
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            return new Trainable(new TrainedPart.LastLayers(Integer.parseInt(last.group(1))), 0);
        }
        Matcher thenAll = THEN_ALL.matcher(text);
        if (thenAll.matches() && Integer.parseInt(thenAll.group(2)) > 0) {
            return new Trainable(rows(thenAll.group(1)), Integer.parseInt(thenAll.group(2)));
        }
        throw new ToldArgumentException(Sentence.of(Trainable.class, "trainable", text));
    }

    private static TrainedPart rows(String word) {
        return word.equals(NEW_ROWS) ? new TrainedPart.NewRows() : new TrainedPart.Embeddings();
    }

    /// The same with the rows that are new in a model, as its folder tells.
    ///
    /// @param rows of the model's embedding
    /// @throws ToldException where the folder does not tell, or no row is new
    Trainable in(Path model, long rows) throws IOException {
        if (!first.equals(new TrainedPart.NewRows())) {
            return this;
        }
        TransferredRows told =
                TransferredRows.of(model)
                        .orElseThrow(
                                () ->
                                        new ToldException(
                                                Sentence.of(
                                                        Trainable.class,
                                                        "rows.untold",
                                                        model,
                                                        TransferredRows.FILE)));
        if (told.rows() != rows) {
            throw new ToldException(
                    Sentence.of(
                            Trainable.class,
                            "rows.other",
                            model.resolve(TransferredRows.FILE),
                            told.rows(),
                            rows));
        }
        BitSet made = told.made();
        if (made.isEmpty()) {
            throw new ToldException(Sentence.of(Trainable.class, "rows.none", model, rows));
        }
        return new Trainable(new TrainedPart.Rows(made), allAfter);
    }

    /// @param step counted from 1
    public TrainedPart at(int step) {
        return allAfter > 0 && step > allAfter ? new TrainedPart.All() : first;
    }

    @Override
    public String toString() {
        String word =
                switch (first) {
                    case TrainedPart.All() -> "all";
                    case TrainedPart.Embeddings() -> EMBEDDINGS;
                    case TrainedPart.NewRows(), TrainedPart.Rows(BitSet _) -> NEW_ROWS;
                    case TrainedPart.LastLayers(int count) -> "last-" + count;
                };
        return allAfter > 0 ? word + "-then-all:" + allAfter : word;
    }
}
