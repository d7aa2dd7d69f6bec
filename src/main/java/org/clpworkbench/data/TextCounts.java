package org.clpworkbench.data;

import java.lang.Character.UnicodeScript;

/// Characters, bytes, words and letters of texts, counted in one pass.
final class TextCounts {
    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();
    private static final byte NO_LETTER = -1;
    private static final byte[] SCRIPT_OF = scripts();

    private final long[] letters = new long[SCRIPTS.length];
    private long bytes;
    private long characters;
    private long words;

    /// The number of each character's script, to be looked up faster than Java does.
    private static byte[] scripts() {
        byte[] scripts = new byte[1 << 16];
        for (int character = 0; character < scripts.length; character++) {
            scripts[character] = script(character);
        }
        return scripts;
    }

    private static byte script(int character) {
        return Character.isLetter(character)
                ? (byte) UnicodeScript.of(character).ordinal()
                : NO_LETTER;
    }

    void add(String text) {
        boolean within = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int script = SCRIPT_OF[c];
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
                script = script(text.codePointAt(at));
                bytes += 4;
                at++;
            } else {
                bytes += 3;
            }
            characters++;
            if (script != NO_LETTER) {
                letters[script]++;
            }
            boolean white = Character.isWhitespace(c);
            words += !white && !within ? 1 : 0;
            within = !white;
        }
    }

    void add(TextCounts other) {
        bytes += other.bytes;
        characters += other.characters;
        words += other.words;
        for (int script = 0; script < letters.length; script++) {
            letters[script] += other.letters[script];
        }
    }

    long bytes() {
        return bytes;
    }

    long characters() {
        return characters;
    }

    long words() {
        return words;
    }

    long letters(UnicodeScript script) {
        return letters[script.ordinal()];
    }
}
