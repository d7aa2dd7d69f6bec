package org.clpworkbench.vocab;

import java.util.ArrayList;

/// Cuts a large text into parts that may be encoded apart.
final class TextParts {
    /// Characters that are encoded at once: tokens take far more memory there than here.
    static final int AT_ONCE = 1 << 19;

    private static final int WANTED = 16_384;

    private TextParts() {}

    /// Parts that give together the text, and whose tokens give together the text's tokens: a cut
    /// is made only after a single newline between two characters that are no white space, because
    /// the splitting patterns of byte-level and WordPiece tokenizers never look across it. Other
    /// families may put a word's start before every text, so theirs is left whole.
    static String[] of(String text, Vocabulary vocabulary) {
        boolean cuttable =
                switch (vocabulary.family()) {
                    case BYTE_LEVEL, WORD_PIECE -> !vocabulary.prefixesText();
                    case SENTENCE_PIECE, PLAIN -> false;
                };
        var parts = new ArrayList<String>();
        int begin = 0;
        while (cuttable && text.length() - begin > WANTED) {
            int cut = cutAfter(text, begin + WANTED);
            if (cut < 0) {
                break;
            }
            parts.add(text.substring(begin, cut));
            begin = cut;
        }
        parts.add(text.substring(begin));
        return parts.toArray(String[]::new);
    }

    private static int cutAfter(String text, int from) {
        for (int at = text.indexOf('\n', from);
                at >= 0 && at + 1 < text.length();
                at = text.indexOf('\n', at + 1)) {
            if (at > 0
                    && !Character.isWhitespace(text.charAt(at - 1))
                    && !Character.isWhitespace(text.charAt(at + 1))) {
                return at + 1;
            }
        }
        return -1;
    }
}
