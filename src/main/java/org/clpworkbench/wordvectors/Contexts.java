package org.clpworkbench.wordvectors;

import java.io.IOException;
import java.util.SplittableRandom;

/// Walks once through a text: leaves out tokens without a vector and some occurrences of frequent
/// ones, and pairs each that is left with those in a window around it.
final class Contexts implements AutoCloseable {
    /// A sequence without a break is cut here, as fastText does.
    private static final int LONGEST = 1024;

    private final TokenSpool.Cursor cursor;
    private final Partition partition;
    private final int window;
    private final double[] keep;
    private final SplittableRandom random;
    private final int[] line = new int[LONGEST];
    private long read;
    private boolean ended;

    Contexts(TokenSpool spool, Partition partition, VectorSpec spec, SplittableRandom random)
            throws IOException {
        this.partition = partition;
        this.random = random;
        window = spec.window();
        keep = new double[partition.rows()];
        double total = partition.total();
        for (int row = 0; row < keep.length; row++) {
            double ratio = spec.subsample() * total / partition.count(row);
            keep[row] = spec.subsample() == 0 ? 1 : Math.sqrt(ratio) + ratio;
        }
        cursor = spool.read();
    }

    /// Ids and breaks read so far.
    long read() {
        return read;
    }

    boolean ended() {
        return ended;
    }

    /// Adds the pairs of one sequence.
    void next(PairBuffer pairs) throws IOException {
        int length = 0;
        while (length < LONGEST) {
            int id = cursor.next();
            if (id == TokenSpool.END) {
                ended = true;
                break;
            }
            read++;
            if (id == TokenSpool.BREAK) {
                break;
            }
            int row = partition.rowOf(id);
            if (row >= 0 && (keep[row] >= 1 || random.nextDouble() < keep[row])) {
                line[length++] = row;
            }
        }
        for (int at = 0; at < length; at++) {
            int width = 1 + random.nextInt(window);
            int last = Math.min(length - 1, at + width);
            for (int other = Math.max(0, at - width); other <= last; other++) {
                if (other != at) {
                    pairs.add(line[at], line[other]);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
