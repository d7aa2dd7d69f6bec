package org.clpworkbench.data;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// How many documents came to which side of the split.
///
/// @param taken for training and for validation
/// @param kept those of them that are for validation
/// @param blank documents that were left out because they say nothing
/// @param otherLanguage documents that were left out for their language or script
record Sides(long taken, long kept, long blank, long otherLanguage) {
    static Sides of(Map<Fate, Long> counts) {
        long kept = counts.getOrDefault(Fate.VALIDATION, 0L);
        return new Sides(
                kept + counts.getOrDefault(Fate.TRAINING, 0L),
                kept,
                counts.getOrDefault(Fate.BLANK, 0L),
                counts.getOrDefault(Fate.OTHER_LANGUAGE, 0L));
    }

    static Sides of(DataStatistics counted) {
        return new Sides(
                counted.documents(),
                counted.validationDocuments(),
                counted.blank(),
                counted.otherLanguage());
    }

    /// @throws IOException when no document is taken, or one side of a split has none
    void check(List<String> inputs, DataChoices choices) throws IOException {
        if (taken == 0) {
            throw new ToldException(
                    Sentence.of(
                            Sides.class,
                            "sides.none",
                            String.join(", ", inputs),
                            blank,
                            otherLanguage));
        }
        if (choices.validationShare() > 0 && (kept == 0 || kept == taken)) {
            throw new ToldException(Sentence.of(Sides.class, "sides.empty", taken, kept));
        }
    }
}
