package org.clpworkbench.vocab;

import java.lang.Character.UnicodeScript;

/// The groups of a token by its own letters.
public final class TokenGroups {
    /// The script of a token without letters.
    public static final String NO_LETTER = "no letter";

    /// The script of a token that is bytes and no text.
    public static final String BYTES = "bytes";

    /// The last class of lengths.
    public static final String LONGEST = "9 and more";

    private static final int[] LENGTHS = {1, 2, 3, 5, 8};

    private TokenGroups() {}

    /// The script of a token's first letter by Unicode's name ("LATIN"), {@link #NO_LETTER} or
    /// {@link #BYTES}.
    public static String script(Vocabulary vocabulary, int id) {
        CanonicalToken token =
                vocabulary.canonical(id).orElse(new CanonicalToken("", false, false));
        if (token.isByte()) {
            return BYTES;
        }
        return token.text()
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .map(UnicodeScript::name)
                .orElse(NO_LETTER);
    }

    static String length(Vocabulary vocabulary, int id) {
        int length = vocabulary.length(id);
        int before = 0;
        for (int limit : LENGTHS) {
            if (length <= limit) {
                return before + 1 == limit ? "" + limit : (before + 1) + "–" + limit;
            }
            before = limit;
        }
        return LONGEST;
    }
}
