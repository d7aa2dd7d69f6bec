package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.TokenCounts;
import org.clpworkbench.vocab.Vocabulary;
import org.clpworkbench.vocab.VocabularyBreakdown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The helper's tokens and their groups: what takes time to make, and what neither a matching rule
/// nor a text changes.
///
/// @param tokens by id
/// @param groups by each grouping but the frequency, which is a text's
record HelperVocabulary(
        Vocabulary vocabulary,
        List<HelperToken> tokens,
        Map<Grouping, VocabularyBreakdown> groups) {
    private static final TokenCounts NO_TEXT = TokenCounts.of(new long[0]);

    static HelperVocabulary of(Vocabulary vocabulary, Progress progress) {
        var tokens = new ArrayList<HelperToken>(vocabulary.size());
        for (int id = 0; id < vocabulary.idRange(); id++) {
            int at = id;
            vocabulary.token(id).ifPresent(raw -> tokens.add(HelperToken.of(vocabulary, at, raw)));
        }
        Map<Grouping, VocabularyBreakdown> groups = new EnumMap<>(Grouping.class);
        for (Grouping by : Grouping.values()) {
            progress.checkCancelled();
            if (by != Grouping.FREQUENCY) {
                groups.put(by, VocabularyBreakdown.of(by, vocabulary, NO_TEXT));
            }
        }
        return new HelperVocabulary(vocabulary, List.copyOf(tokens), groups);
    }

    /// With the groups by frequency in a text.
    Map<Grouping, VocabularyBreakdown> groups(TokenCounts counts) {
        Map<Grouping, VocabularyBreakdown> all = new EnumMap<>(groups);
        all.put(Grouping.FREQUENCY, VocabularyBreakdown.of(Grouping.FREQUENCY, vocabulary, counts));
        return all;
    }
}
