package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {
    private static final int HEADER_BYTES = 16;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 126, 127, 65_535, 65_536, 100_000, 131_070, 131_071})
    void anArrayTakesAPowerOfTwoOfBytesWithItsHeader(int size) {
        int length = Room.of(size);
        assertThat(length).isGreaterThanOrEqualTo(size);
        assertThat(length).isLessThanOrEqualTo(Math.max(62, 2 * size));
        assertThat(Integer.bitCount(HEADER_BYTES + length * Double.BYTES)).isEqualTo(1);
    }
}
