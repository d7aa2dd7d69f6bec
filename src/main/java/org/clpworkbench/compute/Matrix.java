package org.clpworkbench.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

import java.nio.FloatBuffer;

/// A matrix in native memory or on a GPU. Every operation but {@link #add} makes a new one, to be
/// closed like the first (or with its {@link Matrices}).
public final class Matrix implements AutoCloseable {
    private final NDArray array;

    Matrix(NDArray array) {
        this.array = array;
    }

    public int rows() {
        return Math.toIntExact(array.getShape().get(0));
    }

    public int columns() {
        return Math.toIntExact(array.getShape().get(1));
    }

    /// this (m × k) · right (k × n).
    public Matrix times(Matrix right) {
        return new Matrix(array.matMul(right.array));
    }

    /// thisᵀ (k × m) · right (m × n).
    public Matrix transposedTimes(Matrix right) {
        try (NDArray transposed = array.transpose()) {
            return new Matrix(transposed.matMul(right.array));
        }
    }

    /// this (m × k) · rightᵀ (k × n).
    public Matrix timesTransposed(Matrix right) {
        try (NDArray transposed = right.array.transpose()) {
            return new Matrix(array.matMul(transposed));
        }
    }

    /// Adds `other` to this matrix, in place.
    public void add(Matrix other) {
        array.addi(other.array);
    }

    /// Of a square matrix.
    public Matrix inverse() {
        return new Matrix(array.inverse());
    }

    /// Negative elements count as 0.
    public Matrix positivePart() {
        return new Matrix(array.maximum(0));
    }

    /// The sum of each row, in F64 whatever the elements are.
    public double[] rowSums() {
        try (NDArray wide = array.toType(DataType.FLOAT64, false);
                NDArray sums = wide.sum(new int[] {1})) {
            return sums.toDoubleArray();
        }
    }

    /// All elements of an F64 matrix, row by row.
    public double[] doubles() {
        return array.toDoubleArray();
    }

    /// All elements of an F32 matrix, row by row.
    public float[] floats() {
        return array.toFloatArray();
    }

    /// Takes the rows of an F32 matrix; the values are another row's after the call.
    interface RowTaker {
        void take(int row, float[] values);
    }

    /// Hands on the rows of an F32 matrix in order, without a copy of the whole.
    void eachRow(RowTaker taker) {
        FloatBuffer values = array.toByteBuffer(true).asFloatBuffer();
        float[] row = new float[columns()];
        for (int at = 0; at < rows(); at++) {
            values.get(at * row.length, row);
            taker.take(at, row);
        }
    }

    @Override
    public void close() {
        array.close();
    }
}
