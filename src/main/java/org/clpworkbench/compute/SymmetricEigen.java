package org.clpworkbench.compute;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues and eigenvectors of a symmetric matrix.
///
/// @param values ascending
/// @param vectors the same order, one after the other, each of length 1
public record SymmetricEigen(double[] values, double[] vectors) {
    /// @param matrix size × size; only as symmetric as rounding leaves it
    /// @throws ToldArgumentException when the decomposition does not converge, as with NaN
    public static SymmetricEigen of(double[] matrix, int size) {
        var full = new DMatrixRMaj(size, size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double mean = (matrix[row * size + column] + matrix[column * size + row]) / 2;
                full.set(row, column, mean);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(full)) {
            throw new ToldArgumentException(Sentence.of(SymmetricEigen.class, "eigen.none"));
        }
        int[] order =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingDouble(at -> eigen.getEigenvalue(at).getReal()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] values = new double[size];
        double[] vectors = new double[size * size];
        for (int at = 0; at < size; at++) {
            values[at] = eigen.getEigenvalue(order[at]).getReal();
            System.arraycopy(
                    eigen.getEigenVector(order[at]).getData(), 0, vectors, at * size, size);
        }
        return new SymmetricEigen(values, vectors);
    }

    /// Eigenvector number `at`.
    public double[] vector(int at) {
        int size = values.length;
        return Arrays.copyOfRange(vectors, at * size, (at + 1) * size);
    }
}
