package org.clpworkbench.wordvectors;

import java.util.Arrays;

/// Pairs of a token's row and a row of its context, sorted into cells: (block of the one, block of
/// the other), in text order within a cell.
final class PairBuffer {
    private final Partition partition;
    private long[] pairs = new long[1 << 12];
    private long[] sorted = new long[0];
    private int size;
    private final int[] begin;

    PairBuffer(Partition partition) {
        this.partition = partition;
        begin = new int[partition.blocks() * partition.blocks() + 1];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(int input, int output) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = (long) input << 32 | output;
    }

    void sort() {
        Arrays.fill(begin, 0);
        for (int at = 0; at < size; at++) {
            begin[cell(pairs[at]) + 1]++;
        }
        Arrays.parallelPrefix(begin, Integer::sum);
        if (sorted.length < size) {
            sorted = new long[pairs.length];
        }
        int[] next = begin.clone();
        for (int at = 0; at < size; at++) {
            sorted[next[cell(pairs[at])]++] = pairs[at];
        }
    }

    private int cell(long pair) {
        return cell(partition.blockOf(input(pair)), partition.blockOf(output(pair)));
    }

    int cell(int inputBlock, int outputBlock) {
        return inputBlock * partition.blocks() + outputBlock;
    }

    int begin(int cell) {
        return begin[cell];
    }

    int end(int cell) {
        return begin[cell + 1];
    }

    int input(int at) {
        return input(sorted[at]);
    }

    int output(int at) {
        return output(sorted[at]);
    }

    private static int input(long pair) {
        return (int) (pair >>> 32);
    }

    private static int output(long pair) {
        return (int) pair;
    }
}
