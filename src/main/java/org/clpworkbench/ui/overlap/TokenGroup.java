package org.clpworkbench.ui.overlap;

import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.VocabularyBreakdown;

/// A group of the helper's tokens.
///
/// @param name as {@link Grouping#group} calls it
record TokenGroup(Grouping by, String name, VocabularyBreakdown breakdown) {
    boolean holds(int id) {
        return breakdown.group(id).equals(name);
    }
}
