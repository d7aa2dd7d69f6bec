package org.clpworkbench.vocab;

/// Where in a word a token stands.
public enum WordPlace {
    /// A letter comes first, after a space.
    STARTS,
    /// A letter comes first, without a space before it: inside a word, or the first of a text.
    CONTINUES,
    /// No letter comes first: digits, punctuation, white space.
    NO_LETTER,
    /// Bytes that are no text of their own.
    BYTES,
    SPECIAL;

    static WordPlace of(Vocabulary vocabulary, int id) {
        if (vocabulary.special(id)) {
            return SPECIAL;
        }
        CanonicalToken token =
                vocabulary.canonical(id).orElse(new CanonicalToken("", false, false));
        if (token.isByte()) {
            return BYTES;
        }
        if (token.text().isEmpty() || !Character.isLetter(token.text().codePointAt(0))) {
            return NO_LETTER;
        }
        return token.startsWord() ? STARTS : CONTINUES;
    }
}
