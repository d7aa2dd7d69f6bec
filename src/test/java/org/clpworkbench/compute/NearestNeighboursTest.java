package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.NearestNeighbours.Neighbour;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

class NearestNeighboursTest {
    @Test
    void ordersByCosineWhateverTheLengthAndLeavesTheQueryOut() {
        // angles to (1, 0): 0°, 45°, 90°, 180°; the second is ten times as long
        float[] matrix = {1, 0, 10, 10, 0, 1, -1, 0};
        try (var neighbours = new NearestNeighbours(matrix, 4, 2)) {
            var found = neighbours.of(0, 3);
            assertThat(found).extracting(Neighbour::row).containsExactly(1, 2, 3);
            assertThat(found.getFirst().cosine()).isCloseTo(Math.sqrt(0.5), within(1e-6));
            assertThat(found.getLast().cosine()).isCloseTo(-1, within(1e-6));
            assertThat(neighbours.cosine(1, 3)).isCloseTo(-Math.sqrt(0.5), within(1e-6));
        }
    }

    @Test
    void breaksTiesByRowAndGivesFewerWhereThereAreNotAsMany() {
        try (var neighbours = new NearestNeighbours(new float[] {1, 2, 3, 4}, 4, 1)) {
            assertThat(neighbours.of(new int[] {2}, 10)[0]).containsExactly(0, 1, 3);
        }
    }

    @Test
    void agreesWithSortingAllRows() {
        int rows = 300;
        int width = 16;
        var random = new Random(7);
        float[] matrix = new float[rows * width];
        for (int at = 0; at < matrix.length; at++) {
            matrix[at] = (float) random.nextGaussian();
        }
        try (var neighbours = new NearestNeighbours(matrix, rows, width)) {
            int[] queries = {0, 17, 299};
            int[][] found = neighbours.of(queries, 10);
            for (int at = 0; at < queries.length; at++) {
                int query = queries[at];
                int[] sorted =
                        IntStream.range(0, rows)
                                .filter(row -> row != query)
                                .boxed()
                                .sorted(
                                        Comparator.comparingDouble(
                                                row -> -RowCosines.of(matrix, width, query, row)))
                                .mapToInt(Integer::intValue)
                                .limit(10)
                                .toArray();
                assertThat(found[at]).containsExactly(sorted);
            }
        }
    }
}
