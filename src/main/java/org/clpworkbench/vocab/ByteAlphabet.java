package org.clpworkbench.vocab;

import java.util.Arrays;
import java.util.Optional;

/// GPT-2's byte-level alphabet: every byte has a printable character, so that a vocabulary file
/// holds no white space ("Ġ" is a space, "Ċ" a newline).
public final class ByteAlphabet {
    /// How many characters it has.
    public static final int SIZE = 256;

    private static final int[] BYTE_OF = new int[512];
    private static final char[] CHARACTER_OF = new char[SIZE];

    static {
        Arrays.fill(BYTE_OF, -1);
        int next = 256;
        for (int value = 0; value < 256; value++) {
            boolean printable =
                    (value >= '!' && value <= '~')
                            || (value >= 0xA1 && value <= 0xAC)
                            || value >= 0xAE;
            int character = printable ? value : next++;
            BYTE_OF[character] = value;
            CHARACTER_OF[value] = (char) character;
        }
    }

    private ByteAlphabet() {}

    /// The character that stands for a byte.
    public static char character(byte value) {
        return CHARACTER_OF[value & 0xFF];
    }

    /// The bytes that a token stands for; empty when a character of it is not of this alphabet, as
    /// in added tokens.
    public static Optional<byte[]> bytes(String token) {
        byte[] bytes = new byte[token.length()];
        for (int at = 0; at < bytes.length; at++) {
            char c = token.charAt(at);
            if (c >= BYTE_OF.length || BYTE_OF[c] < 0) {
                return Optional.empty();
            }
            bytes[at] = (byte) BYTE_OF[c];
        }
        return Optional.of(bytes);
    }
}
