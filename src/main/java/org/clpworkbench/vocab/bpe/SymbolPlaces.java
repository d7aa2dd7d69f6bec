package org.clpworkbench.vocab.bpe;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// In which words each of some symbols (or pairs, by a number) stands.
final class SymbolPlaces {
    private final @Nullable Words[] wordsOf;
    private int[] found = new int[64];
    private int size;

    /// What is done with a symbol's words: ascending, each once.
    @FunctionalInterface
    interface Taken {
        void symbol(int symbol, int[] words);
    }

    /// @param symbols how many there may be
    SymbolPlaces(int symbols) {
        wordsOf = new Words[symbols];
    }

    /// Notes a word that is the symbol's last one or comes after it.
    void add(int symbol, int word) {
        Words words = wordsOf[symbol];
        if (words == null) {
            words = new Words();
            wordsOf[symbol] = words;
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = symbol;
        }
        words.add(word);
    }

    /// Hands over all that was noted, and forgets it.
    void drain(Taken taken) {
        for (int at = 0; at < size; at++) {
            Words words = wordsOf[found[at]];
            wordsOf[found[at]] = null;
            if (words != null) {
                taken.symbol(found[at], Arrays.copyOf(words.all, words.size));
            }
        }
        size = 0;
    }

    private static final class Words {
        private int[] all = new int[4];
        private int size;

        void add(int word) {
            if (size > 0 && all[size - 1] == word) {
                return;
            }
            if (size == all.length) {
                all = Arrays.copyOf(all, size + size / 2);
            }
            all[size++] = word;
        }
    }
}
