package org.clpworkbench.wordvectors;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.BitSet;

/// A vector for each token that has one: |T| × d, row by row, F32; the rows of the others are zero.
///
/// @param present the tokens that have a vector
public record TokenVectors(float[] matrix, int dimensions, BitSet present) {
    public TokenVectors {
        if (dimensions < 1
                || matrix.length % dimensions != 0
                || present.length() > matrix.length / dimensions) {
            throw new IllegalArgumentException(
                    "%d numbers are no matrix of %d columns for token %d."
                            .formatted(matrix.length, dimensions, present.length() - 1));
        }
    }

    /// All absent, to be filled.
    static TokenVectors none(int vocabularySize, int dimensions) {
        long length = (long) vocabularySize * dimensions;
        if (length > Integer.MAX_VALUE - 8) {
            throw new ToldArgumentException(
                    Sentence.of(TokenVectors.class, "vectors.large", dimensions, vocabularySize));
        }
        return new TokenVectors(new float[(int) length], dimensions, new BitSet());
    }

    void set(int id, float[] vector) {
        System.arraycopy(vector, 0, matrix, id * dimensions, dimensions);
        present.set(id);
    }

    public int vocabularySize() {
        return matrix.length / dimensions;
    }

    public boolean has(int id) {
        return present.get(id);
    }
}
