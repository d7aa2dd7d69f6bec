package org.clpworkbench.transfer;

import org.clpworkbench.vocab.ModelTokenizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A text of any length as token ids, some lines at a time. Can be walked through once.
final class TokenSequences implements Iterator<int[]> {
    private static final int CHARACTERS = 1 << 16;

    private final BufferedReader text;
    private final ModelTokenizer tokenizer;
    private String next;

    TokenSequences(BufferedReader text, ModelTokenizer tokenizer) {
        this.text = text;
        this.tokenizer = tokenizer;
        next = lines();
    }

    private String lines() {
        var lines = new StringBuilder();
        try {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.append(line).append('\n');
                if (lines.length() >= CHARACTERS) {
                    break;
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return lines.toString();
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public int[] next() {
        if (next.isEmpty()) {
            throw new NoSuchElementException();
        }
        int[] tokens = tokenizer.encode(next);
        next = lines();
        return tokens;
    }
}
