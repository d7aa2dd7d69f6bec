package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.SplittableRandom;

class PartitionTest {
    @Test
    void putsEveryFrequentTokenIntoOneOfEquallyLargeBlocks() {
        long[] counts = new long[1030];
        for (int id = 0; id < counts.length; id++) {
            counts[id] = 10_000 / (id + 1);
        }
        // 10,000 / (id + 1) is at least 10 up to id 999: 1,000 tokens in 16 blocks of 62 or 63
        var partition = Partition.of(counts, 10);
        assertThat(partition.rows()).isEqualTo(1000);
        assertThat(partition.blocks()).isEqualTo(16);
        var seen = new BitSet();
        for (int block = 0; block < 16; block++) {
            assertThat(partition.begin(block + 1) - partition.begin(block)).isBetween(55, 63);
            for (int row = partition.begin(block); row < partition.begin(block + 1); row++) {
                assertThat(partition.blockOf(row)).isEqualTo(block);
                assertThat(partition.rowOf(partition.idOf(row))).isEqualTo(row);
                assertThat(partition.count(row)).isEqualTo(counts[partition.idOf(row)]);
                seen.set(partition.idOf(row));
            }
        }
        assertThat(seen.cardinality()).isEqualTo(1000);
        assertThat(partition.rowOf(1000)).isEqualTo(-1);
    }

    @Test
    void drawsNegativesByTheSquareRootOfTheirCounts() {
        // √100 : √400 : √1600 = 1 : 2 : 4
        var partition = Partition.of(new long[] {100, 400, 1600}, 1);
        var negatives = new Negatives(partition, 0);
        var random = new SplittableRandom(9);
        int draws = 700_000;
        int[] drawn = new int[3];
        for (int at = 0; at < draws; at++) {
            drawn[partition.idOf(negatives.draw(random))]++;
        }
        // the standard error is below √(0.25 / 700,000) = 0.0006
        assertThat((double) drawn[0] / draws).isCloseTo(1 / 7.0, within(0.003));
        assertThat((double) drawn[1] / draws).isCloseTo(2 / 7.0, within(0.003));
        assertThat((double) drawn[2] / draws).isCloseTo(4 / 7.0, within(0.003));
    }
}
