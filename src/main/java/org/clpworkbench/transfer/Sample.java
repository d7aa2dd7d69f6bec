package org.clpworkbench.transfer;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// Some of many, drawn with a seed.
final class Sample {
    private Sample() {}

    /// At most `size` of the numbers from 0 to `count` − 1, ascending.
    static int[] of(int count, int size, long seed) {
        int[] numbers = IntStream.range(0, count).toArray();
        if (count <= size) {
            return numbers;
        }
        var random = new Random(seed);
        for (int at = 0; at < size; at++) {
            int other = random.nextInt(at, count);
            int swapped = numbers[at];
            numbers[at] = numbers[other];
            numbers[other] = swapped;
        }
        int[] chosen = Arrays.copyOf(numbers, size);
        Arrays.sort(chosen);
        return chosen;
    }

    /// At most `size` of some ids, in their order.
    static int[] of(int[] ids, int size, long seed) {
        return Arrays.stream(of(ids.length, size, seed)).map(at -> ids[at]).toArray();
    }
}
