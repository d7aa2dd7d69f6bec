package org.clpworkbench.vocab.bpe;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.vocab.ByteAlphabet;

import java.io.IOException;

/// The words of a text as symbols that are merged in place. Words of one byte, in which nothing can
/// be merged, are left out.
final class SymbolWords {
    private static final long MOST_SYMBOLS = Integer.MAX_VALUE - 8L;

    private final int[] symbols;
    private final int[] begins;
    private final int[] lengths;
    private final long[] counts;
    private int words;

    /// What is told of a merge: beside which symbols it stood.
    interface Neighbours {
        /// A pair that stands there no more.
        void gone(int left, int right, long count);

        /// A pair with the new symbol.
        void come(int left, int right, int word, long count);
    }

    /// @param symbolOf each byte (0 to 255)
    /// @throws IOException when there are too many
    SymbolWords(WordCounts counted, int[] symbolOf) throws IOException {
        if (counted.bytes() > MOST_SYMBOLS) {
            throw new ToldException(
                    Sentence.of(SymbolWords.class, "words.many", counted.bytes(), MOST_SYMBOLS));
        }
        symbols = new int[(int) counted.bytes()];
        begins = new int[counted.size()];
        lengths = new int[counted.size()];
        counts = new long[counted.size()];
        counted.forEach((text, begin, end, count) -> append(text, begin, end, count, symbolOf));
    }

    private void append(byte[] text, int begin, int end, long count, int[] symbolOf) {
        if (end - begin < 2) {
            return;
        }
        int from = words == 0 ? 0 : begins[words - 1] + lengths[words - 1];
        for (int at = begin; at < end; at++) {
            symbols[from + at - begin] = symbolOf[text[at] & (ByteAlphabet.SIZE - 1)];
        }
        begins[words] = from;
        lengths[words] = end - begin;
        counts[words] = count;
        words++;
    }

    int size() {
        return words;
    }

    /// How often the word stands in the text.
    long count(int word) {
        return counts[word];
    }

    int length(int word) {
        return lengths[word];
    }

    int symbol(int word, int at) {
        return symbols[begins[word] + at];
    }

    /// Puts `merged` for every `left` before a `right`, the first ones first.
    void merge(int word, int left, int right, int merged, Neighbours neighbours) {
        int from = begins[word];
        int end = from + lengths[word];
        long count = counts[word];
        int to = from;
        int at = from;
        while (at < end) {
            int symbol = symbols[at++];
            if (symbol == left && at < end && symbols[at] == right) {
                at++;
                symbol = merged;
                if (to > from) {
                    neighbours.gone(symbols[to - 1], left, count);
                    neighbours.come(symbols[to - 1], merged, word, count);
                }
                if (at < end) {
                    neighbours.gone(right, symbols[at], count);
                    neighbours.come(merged, symbols[at], word, count);
                }
            }
            symbols[to++] = symbol;
        }
        lengths[word] = to - from;
    }
}
