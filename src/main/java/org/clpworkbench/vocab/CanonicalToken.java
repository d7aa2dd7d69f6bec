package org.clpworkbench.vocab;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// What a token stands for, whatever the alphabet its vocabulary is written in (the FOCUS paper's
/// canonical form).
///
/// @param text the token's characters without the space that starts a word; one character (U+0000
///   to U+00FF) per byte where `isByte`
/// @param startsWord whether a space stands before the text
/// @param isByte whether the token is bytes that are no text of their own: part of a character, or
///   a lone control character
public record CanonicalToken(String text, boolean startsWord, boolean isByte) {
    /// From the bytes that the token adds to a text.
    static CanonicalToken ofBytes(byte[] bytes) {
        if (bytes.length == 1 && ((bytes[0] >= 0 && bytes[0] < ' ') || bytes[0] == 0x7F)) {
            return new CanonicalToken(latin1(bytes), false, true);
        }
        try {
            return ofText(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException noText) {
            return new CanonicalToken(latin1(bytes), false, true);
        }
    }

    /// From text in which a word's start is a space.
    static CanonicalToken ofText(String text) {
        boolean startsWord = text.startsWith(" ");
        return new CanonicalToken(startsWord ? text.substring(1) : text, startsWord, false);
    }

    /// The same without white space and case, for fuzzy matching.
    CanonicalToken folded() {
        return new CanonicalToken(text.strip().toLowerCase(Locale.ROOT), false, isByte);
    }

    /// As a person reads it: `·` for a space, `↵` for a newline, `⇥` for a tab, bytes in hex.
    String display() {
        String lead = startsWord ? "·" : "";
        if (isByte && !text.equals("\n") && !text.equals("\t")) {
            var hex = HexFormat.ofDelimiter(" 0x").withUpperCase();
            return "⟨0x" + hex.formatHex(text.getBytes(StandardCharsets.ISO_8859_1)) + "⟩";
        }
        return lead + text.replace(' ', '·').replace('\n', '↵').replace('\t', '⇥');
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
