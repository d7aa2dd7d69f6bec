package org.clpworkbench.lm;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.clpworkbench.compute.Bfloat16;
import org.clpworkbench.compute.Devices;

/// The number format that the matrix products of a script take and give.
enum Products {
    FLOAT32("x", DataType.FLOAT32),
    BFLOAT16("torch.to(x, 15)", DataType.BFLOAT16),
    /// Values of bfloat16 held in float32, for a CPU that cannot multiply bfloat16: there ATen's
    /// own products are some fifty times slower. Products round as those do, and so do gradients on
    /// their way back.
    ROUNDED_TO_BFLOAT16("torch.to(torch.to(x, 15), 6)", DataType.FLOAT32);

    private final String expression;
    private final DataType dataType;

    Products(String expression, DataType dataType) {
        this.expression = expression;
        this.dataType = dataType;
    }

    /// How `precision` is computed on `device`.
    static Products of(Precision precision, Device device) {
        if (precision == Precision.FLOAT32) {
            return FLOAT32;
        }
        boolean multiplies = Devices.computesBeside(device) || Devices.cpuMultipliesBfloat16();
        return multiplies ? BFLOAT16 : ROUNDED_TO_BFLOAT16;
    }

    /// The TorchScript expression that brings a tensor `x` into this format.
    String expression() {
        return expression;
    }

    /// Arrays of zeros in this format, of the manager.
    NDList zeros(NDManager manager, Shape shape, int count) {
        var zeros = new NDList(count);
        if (this != BFLOAT16) {
            for (int i = 0; i < count; i++) {
                zeros.add(manager.zeros(shape, dataType));
            }
            return zeros;
        }
        try (var bfloat16 = new Bfloat16(manager);
                NDArray wide = manager.zeros(shape, DataType.FLOAT32)) {
            for (int i = 0; i < count; i++) {
                zeros.add(bfloat16.rounded(wide));
            }
        }
        return zeros;
    }

    /// What their results are kept as.
    DataType dataType() {
        return dataType;
    }
}
