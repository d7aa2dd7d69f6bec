package org.clpworkbench.ui.overlap;

import org.clpworkbench.vocab.Vocabulary;

/// A token of the helper as it is shown, whatever the matching rule finds for it.
///
/// @param display as a person reads it ("·Haus")
/// @param raw as the tokenizer's file spells it ("ĠHaus")
/// @param length in characters, as {@link Vocabulary#length} measures it
/// @param special whether it is a special token
record HelperToken(int id, String display, String raw, int length, boolean special) {
    static HelperToken of(Vocabulary vocabulary, int id, String raw) {
        return new HelperToken(
                id, vocabulary.display(id), raw, vocabulary.length(id), vocabulary.special(id));
    }
}
