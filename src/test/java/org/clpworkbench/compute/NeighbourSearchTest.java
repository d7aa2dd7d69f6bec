package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class NeighbourSearchTest {
    private static final int WIDTH = 8;

    /// More than one block of 2,048 rows, so that pairs within a block and across blocks are met.
    private static final int COUNT = 4500;

    @Test
    void findsWhatComparingEveryPairFinds() {
        float[] rows = drawn();
        Neighbours search = NeighbourSearch.all(Rows.of(rows, WIDTH), 5, (_, _) -> {});
        int[][] all = search.rows();
        assertThat(all).hasNumberOfRows(COUNT);
        for (int query : new int[] {0, 1, 2047, 2048, 3000, 4499}) {
            assertThat(all[query]).as("row %d", query).containsExactly(nearest(rows, query, 5));
            assertThat((double) search.cosines()[query][4])
                    .isCloseTo(RowCosines.of(rows, WIDTH, query, all[query][4]), within(1e-5));
        }
        int[] some = {17, 2050, 4499};
        int[][] found = NeighbourSearch.of(Rows.of(rows, WIDTH), some, 5, (_, _) -> {}).rows();
        for (int at = 0; at < some.length; at++) {
            assertThat(found[at]).containsExactly(all[some[at]]);
        }
    }

    @Test
    void findsTheNearestOfEachSetOfRows() {
        float[] rows = drawn();
        int[] even = IntStream.range(0, COUNT).filter(row -> row % 2 == 0).toArray();
        int[] few = {3, 4000};
        int[] queries = {3, 2048};
        var found =
                NeighbourSearch.of(
                        Rows.of(rows, WIDTH), queries, 5, List.of(even, few), (_, _) -> {});
        for (int at = 0; at < queries.length; at++) {
            int[] all = nearest(rows, queries[at], COUNT);
            int[] nearestEven = Arrays.stream(all).filter(row -> row % 2 == 0).limit(5).toArray();
            assertThat(found.get(0).rows()[at]).containsExactly(nearestEven);
        }
        assertThat(found.get(1).rows()[0]).containsExactly(4000);
        assertThat(found.get(1).rows()[1]).containsExactlyInAnyOrder(3, 4000);
    }

    @Test
    void findsNothingForNobody() {
        var rows = Rows.of(new float[] {1, 2}, 2);
        assertThat(NeighbourSearch.of(rows, new int[0], 5, (_, _) -> {}).rows()).isEmpty();
    }

    @Test
    void findsAsManyAsThereAre() {
        float[] rows = {1, 0, 0, 1, 1, 1};
        int[][] all = NeighbourSearch.all(Rows.of(rows, 2), 10, (_, _) -> {}).rows();
        assertThat(all[0]).containsExactly(2, 1);
        assertThat(all[2]).containsExactly(0, 1);
        assertThat(NeighbourSearch.all(Rows.of(new float[] {1, 2}, 2), 3, (_, _) -> {}).rows()[0])
                .isEmpty();
    }

    private static float[] drawn() {
        var random = new Random(1);
        float[] rows = new float[COUNT * WIDTH];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = (float) random.nextGaussian();
        }
        return rows;
    }

    private static int[] nearest(float[] rows, int query, int k) {
        return IntStream.range(0, COUNT)
                .filter(row -> row != query)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -RowCosines.of(rows, WIDTH, query, row)))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
