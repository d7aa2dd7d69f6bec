package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;

/// On every processor: one that multiplies bfloat16 itself is not needed.
class Bfloat16Test {
    @Test
    void roundsToEightBitsBeforeItMultiplies() {
        Devices.prepare();
        try (var manager = NDManager.newBaseManager(Device.cpu());
                var bfloat16 = new Bfloat16(manager)) {
            // 1 + 2⁻⁹ is as near to 1 as bfloat16 comes; 1 + 2⁻⁷ it has
            var left = manager.create(new float[] {1 + 1f / 512, 1 + 1f / 128}, new Shape(2, 1));
            var right = manager.create(new float[] {3}, new Shape(1, 1));
            float[] product = bfloat16.product(left, right).toFloatArray();
            // 3 · (1 + 2⁻⁷) = 3.0234375 rounds to 3.03125, the even one of 3.015625 and 3.03125
            assertThat(product).containsExactly(3f, 3.03125f);
        }
    }

    @Test
    void givesArraysThatTorchScriptComputesOnWith() {
        Devices.prepare();
        try (var manager = NDManager.newBaseManager(Device.cpu());
                var bfloat16 = new Bfloat16(manager)) {
            var zeros = bfloat16.rounded(manager.zeros(new Shape(2, 3)));
            var ones = manager.ones(new Shape(3, 1));
            assertThat(bfloat16.product(zeros, ones).toFloatArray()).containsExactly(0f, 0f);
        }
    }
}
