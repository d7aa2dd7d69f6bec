package org.clpworkbench.vocab.bpe;

import java.util.Arrays;

/// How often each word stands in a text: a hash table from bytes to counts, about 40 bytes for a
/// word beside its own.
final class WordCounts {
    private static final int PAGE = 1 << 20;
    private static final int FEWEST = 1 << 10;

    /// Places of words, plus one, by their hash; 0 where there is none.
    private int[] slots = new int[2 * FEWEST];

    private int[] hashes = new int[FEWEST];
    private int[] pages = new int[FEWEST];
    private int[] begins = new int[FEWEST];
    private int[] lengths = new int[FEWEST];
    private long[] counts = new long[FEWEST];
    private byte[][] bytes = new byte[1][PAGE];
    private int page;
    private int used;
    private int size;
    private long total;

    /// What is done with a word: `text[begin, end)`.
    @FunctionalInterface
    interface Taken {
        void word(byte[] text, int begin, int end, long count);
    }

    /// Different words.
    int size() {
        return size;
    }

    /// Bytes of all different words together.
    long bytes() {
        return total;
    }

    /// Counts the word `text[begin, end)` so many times more.
    void add(byte[] text, int begin, int end, long count) {
        int hash = hash(text, begin, end);
        int slot = hash & (slots.length - 1);
        while (slots[slot] > 0) {
            int word = slots[slot] - 1;
            if (hashes[word] == hash && isWord(word, text, begin, end)) {
                counts[word] += count;
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = size + 1;
        append(text, begin, end, hash, count);
        if (2L * size > slots.length) {
            rehash();
        }
    }

    /// Counts all words of another table.
    void addAll(WordCounts other) {
        other.forEach(this::add);
    }

    void forEach(Taken taken) {
        for (int word = 0; word < size; word++) {
            int begin = begins[word];
            taken.word(bytes[pages[word]], begin, begin + lengths[word], counts[word]);
        }
    }

    private boolean isWord(int word, byte[] text, int begin, int end) {
        int from = begins[word];
        return Arrays.equals(bytes[pages[word]], from, from + lengths[word], text, begin, end);
    }

    private static int hash(byte[] text, int begin, int end) {
        int hash = end - begin;
        for (int at = begin; at < end; at++) {
            hash = 31 * hash + text[at];
        }
        hash *= 0x9E3779B1;
        return hash ^ (hash >>> 15);
    }

    private void append(byte[] text, int begin, int end, int hash, long count) {
        if (size == counts.length) {
            grow();
        }
        int length = end - begin;
        if (used + length > bytes[page].length) {
            page++;
            used = 0;
            if (page == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * page);
            }
            bytes[page] = new byte[Math.max(PAGE, length)];
        }
        System.arraycopy(text, begin, bytes[page], used, length);
        hashes[size] = hash;
        pages[size] = page;
        begins[size] = used;
        lengths[size] = length;
        counts[size] = count;
        used += length;
        total += length;
        size++;
    }

    private void grow() {
        int room = size + size / 2;
        hashes = Arrays.copyOf(hashes, room);
        pages = Arrays.copyOf(pages, room);
        begins = Arrays.copyOf(begins, room);
        lengths = Arrays.copyOf(lengths, room);
        counts = Arrays.copyOf(counts, room);
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int word = 0; word < size; word++) {
            int slot = hashes[word] & (slots.length - 1);
            while (slots[slot] > 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = word + 1;
        }
    }
}
