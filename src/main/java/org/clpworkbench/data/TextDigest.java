package org.clpworkbench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.SplittableRandom;

/// 128 bits that tell documents apart: the first half of a SHA-256. Of a thousand million documents
/// two that differ share one with a chance below 10⁻²⁰.
record TextDigest(long high, long low) {
    private static final double UNIT = 0x1p-53;

    /// Of the text as it is read: the same for the same characters only.
    static TextDigest of(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(sha.digest());
            return new TextDigest(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// A text in Unicode's composed form (NFC) with every run of white space as one space and none
    /// at the ends: the same for texts that differ in nothing else.
    static String normalised(String text) {
        String composed =
                Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFC);
        return isSpacedOnce(composed) ? composed : spacedOnce(composed);
    }

    private static boolean isSpacedOnce(String text) {
        boolean space = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean white = Character.isWhitespace(c);
            if (white && (space || c != ' ')) {
                return false;
            }
            space = white;
        }
        return !space || text.isEmpty();
    }

    private static String spacedOnce(String text) {
        var spaced = new StringBuilder(text.length());
        boolean space = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                space = true;
            } else {
                if (space && !spaced.isEmpty()) {
                    spaced.append(' ');
                }
                spaced.append(c);
                space = false;
            }
        }
        return spaced.toString();
    }

    /// A number from 0 to below 1 that depends on the document and the seed alone, so that where a
    /// document stands and who reads it does not change its side of the split.
    double draw(long seed) {
        long mixed = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ high).nextLong();
        return (mixed >>> 11) * UNIT;
    }
}
