package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Collections;
import java.util.List;

class StridedViewTest {
    private static StridedView bytes(long offset, List<Long> shape, List<Long> strides) {
        return new StridedView(DType.U8, offset, shape, strides);
    }

    private static byte[] gathered(StridedView view) {
        byte[] storage = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        return view.gather(MemorySegment.ofArray(storage)).toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void knowsWhatLiesSideBySide() {
        assertThat(bytes(0, List.of(3L, 4L), List.of(4L, 1L)).contiguous()).isTrue();
        assertThat(bytes(0, List.of(4L, 3L), List.of(1L, 4L)).contiguous()).isFalse();
        assertThat(bytes(0, List.of(1L, 4L), List.of(0L, 1L)).contiguous()).isTrue();
        assertThat(bytes(5, List.of(), List.of()).contiguous()).isTrue();
        assertThat(bytes(0, List.of(0L, 4L), List.of(9L, 9L)).contiguous()).isTrue();
        assertThat(bytes(0, List.of(3L), List.of(0L)).contiguous()).isFalse();
    }

    @Test
    void gathersRowByRow() {
        // element (i, j) of the transposed 3 × 4 matrix is 4j + i
        assertThat(gathered(bytes(0, List.of(4L, 3L), List.of(1L, 4L))))
                .containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        // the two middle columns: 4i + j + 1
        assertThat(gathered(bytes(1, List.of(3L, 2L), List.of(4L, 1L))))
                .containsExactly(1, 2, 5, 6, 9, 10);
        // one number, thrice
        assertThat(gathered(bytes(7, List.of(3L), List.of(0L)))).containsExactly(7, 7, 7);
    }

    @Test
    void saysHowFarItReachesIntoItsStorage() {
        // elements 2 + 2·4 + 1 = 11 and all before: 12 elements of 4 bytes
        var view = new StridedView(DType.F32, 2, List.of(3L, 2L), List.of(4L, 1L));
        assertThat(view.reach()).isEqualTo(12 * 4);
        assertThat(view.begin()).isEqualTo(2 * 4);
        assertThat(view.bytes()).isEqualTo(6 * 4);
        assertThat(bytes(9, List.of(0L), List.of(1L)).reach()).isZero();
    }

    @Test
    void refusesWhatNoTensorHas() {
        long huge = 1L << 62;
        refuses("2 dimensions but 1 strides", 0, List.of(1L, 1L), List.of(1L));
        refuses("negative size -1", 0, List.of(-1L), List.of(1L));
        refuses("negative stride -1", 0, List.of(1L), List.of(-1L));
        refuses("negative storage offset -3", -3, List.of(1L), List.of(1L));
        refuses("overflow", 0, List.of(huge, 4L), List.of(0L, 0L));
        refuses("overflow", 0, List.of(5L), List.of(huge));
        refuses("overflow", Long.MAX_VALUE, List.of(1L), List.of(1L));
        refuses("65 dimensions", 0, Collections.nCopies(65, 1L), Collections.nCopies(65, 1L));
    }

    private static void refuses(String why, long offset, List<Long> shape, List<Long> strides) {
        assertThatThrownBy(() -> new StridedView(DType.F32, offset, shape, strides))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
