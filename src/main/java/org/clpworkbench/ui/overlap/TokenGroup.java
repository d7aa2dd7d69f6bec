package org.clpworkbench.ui.overlap;

import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.TokenCounts;
import org.clpworkbench.vocab.Vocabulary;

/// A group of the helper's tokens.
///
/// @param name as {@link Grouping#group} calls it
record TokenGroup(Grouping by, String name, Vocabulary vocabulary, TokenCounts counts) {
    boolean holds(int id) {
        return by.group(vocabulary, counts, id).equals(name);
    }
}
