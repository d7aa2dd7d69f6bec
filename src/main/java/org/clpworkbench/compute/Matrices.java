package org.clpworkbench.compute;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;

/// Makes matrices on a device, in the precision of the values given: F32 from floats, F64 from
/// doubles. Closing it closes every matrix that it or they made.
public final class Matrices implements AutoCloseable {
    private final NDManager manager;

    public Matrices(Device device) {
        manager = NDManager.newBaseManager(device);
    }

    /// On the first GPU when this process can use one, else on the CPU.
    public static Matrices onAnyDevice() {
        return new Matrices(Devices.parse("auto"));
    }

    /// Row-major, rows × columns, from the beginning of `values`.
    public Matrix of(double[] values, int rows, int columns) {
        int size = Math.multiplyExact(rows, columns);
        Objects.checkFromIndexSize(0, size, values.length);
        return new Matrix(
                manager.create(DoubleBuffer.wrap(values, 0, size), new Shape(rows, columns)));
    }

    /// Row-major, rows × columns, from the beginning of `values`.
    public Matrix of(float[] values, int rows, int columns) {
        int size = Math.multiplyExact(rows, columns);
        Objects.checkFromIndexSize(0, size, values.length);
        return new Matrix(
                manager.create(FloatBuffer.wrap(values, 0, size), new Shape(rows, columns)));
    }

    @Override
    public void close() {
        manager.close();
    }
}
