package org.clpworkbench.vocab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a vocabulary spells its tokens.
public enum TokenFamily {
    /// GPT-2's alphabet of bytes: "ĠHaus".
    BYTE_LEVEL {
        @Override
        CanonicalToken canonical(String token) {
            return ByteAlphabet.bytes(token)
                    .map(CanonicalToken::ofBytes)
                    .orElseGet(() -> CanonicalToken.ofText(token));
        }
    },
    /// SentencePiece: "▁Haus", and "<0x0A>" for single bytes.
    SENTENCE_PIECE {
        @Override
        CanonicalToken canonical(String token) {
            Matcher single = SINGLE_BYTE.matcher(token);
            if (single.matches()) {
                char value = (char) Integer.parseInt(single.group(1), 16);
                return new CanonicalToken(String.valueOf(value), false, true);
            }
            return CanonicalToken.ofText(token.replace('▁', ' '));
        }
    },
    /// WordPiece: "Haus" starts a word, "##haus" continues one.
    WORD_PIECE {
        @Override
        CanonicalToken canonical(String token) {
            return token.startsWith("##") && token.length() > 2
                    ? new CanonicalToken(token.substring(2), false, false)
                    : new CanonicalToken(token, true, false);
        }
    },
    /// Tokens are the text itself.
    PLAIN {
        @Override
        CanonicalToken canonical(String token) {
            return CanonicalToken.ofText(token);
        }
    };

    private static final Pattern SINGLE_BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");

    abstract CanonicalToken canonical(String token);
}
