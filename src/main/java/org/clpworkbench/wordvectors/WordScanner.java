package org.clpworkbench.wordvectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Cuts a text into words: runs of letters, marks and digits, and every other visible character by
/// itself, so that punctuation gets vectors too. In a language that is written without spaces a run
/// is a whole phrase: such a text should be given with words set apart.
final class WordScanner implements AutoCloseable {
    /// What ends a line.
    static final String BREAK = "\n";

    /// A longer run is no word but encoded matter, and is left out.
    private static final int LONGEST = 64;

    private final Reader reader;
    private final StringBuilder word = new StringBuilder();
    private int ahead;

    WordScanner(Reader reader) throws IOException {
        this.reader = new BufferedReader(reader, 1 << 16);
        ahead = codePoint();
    }

    /// The next word as it is written, or {@link #BREAK}; empty after the last.
    Optional<String> next() throws IOException {
        while (ahead >= 0) {
            int first = ahead;
            ahead = codePoint();
            if (first == '\n') {
                return Optional.of(BREAK);
            }
            if (inWord(first)) {
                boolean whole = run(first);
                if (whole) {
                    return Optional.of(word.toString());
                }
            } else if (visible(first)) {
                return Optional.of(Character.toString(first));
            }
        }
        return Optional.empty();
    }

    /// Whether the run was short enough.
    private boolean run(int first) throws IOException {
        word.setLength(0);
        word.appendCodePoint(first);
        boolean whole = true;
        while (ahead >= 0 && inWord(ahead)) {
            whole &= word.length() < LONGEST;
            if (whole) {
                word.appendCodePoint(ahead);
            }
            ahead = codePoint();
        }
        return whole;
    }

    private int codePoint() throws IOException {
        int first = reader.read();
        if (first >= 0 && Character.isHighSurrogate((char) first)) {
            reader.mark(1);
            int second = reader.read();
            if (second >= 0 && Character.isLowSurrogate((char) second)) {
                return Character.toCodePoint((char) first, (char) second);
            }
            reader.reset();
        }
        return first;
    }

    private static boolean inWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> codePoint != 0xFFFD;
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
