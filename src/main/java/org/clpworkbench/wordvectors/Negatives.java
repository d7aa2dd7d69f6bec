package org.clpworkbench.wordvectors;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws a block's rows in proportion to the square root of their counts, as fastText does, in
/// constant time (Walker's alias method, Vose 1991).
final class Negatives {
    private final int begin;
    private final double[] stay;
    private final int[] alias;

    Negatives(Partition partition, int block) {
        begin = partition.begin(block);
        int size = partition.begin(block + 1) - begin;
        stay = new double[size];
        alias = new int[size];
        for (int at = 0; at < size; at++) {
            stay[at] = Math.sqrt(partition.count(begin + at));
            alias[at] = at;
        }
        double mean = Arrays.stream(stay).sum() / size;
        int[] small = new int[size];
        int[] large = new int[size];
        int smalls = 0;
        int larges = 0;
        for (int at = 0; at < size; at++) {
            stay[at] /= mean;
            if (stay[at] < 1) {
                small[smalls++] = at;
            } else {
                large[larges++] = at;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            alias[less] = more;
            stay[more] -= 1 - stay[less];
            if (stay[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
    }

    int draw(RandomGenerator random) {
        int at = random.nextInt(stay.length);
        return begin + (random.nextDouble() < stay[at] ? at : alias[at]);
    }
}
