package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/// A vector for each word of one language.
///
/// @param rows by word id of the lexicon
record WordVectors(Lexicon lexicon, float[][] rows) {
    static WordVectors train(Text text, VectorSpec spec, int threads, Progress progress)
            throws IOException, InterruptedException {
        Lexicon lexicon = Lexicon.of(text, spec.minCount(), progress);
        try (var spool = new TokenSpool()) {
            lexicon.spool(text, spool, progress);
            var partition = Partition.of(lexicon.counts(), spec.minCount());
            float[][] trained = SkipGram.train(spool, partition, spec, threads, progress);
            float[][] rows = new float[lexicon.size()][];
            for (int row = 0; row < trained.length; row++) {
                rows[partition.idOf(row)] = trained[row];
            }
            return new WordVectors(lexicon, rows);
        }
    }

    /// Scales every row to length 1, takes the mean away and scales again: all skip-gram vectors
    /// lean one way, which says nothing about a word.
    WordVectors centred() {
        if (rows.length == 0) {
            return this;
        }
        float[][] centred = new float[rows.length][];
        double[] mean = new double[rows[0].length];
        for (int word = 0; word < rows.length; word++) {
            centred[word] = unit(rows[word].clone());
            for (int at = 0; at < mean.length; at++) {
                mean[at] += centred[word][at] / (double) rows.length;
            }
        }
        for (float[] row : centred) {
            for (int at = 0; at < mean.length; at++) {
                row[at] -= (float) mean[at];
            }
            unit(row);
        }
        return new WordVectors(lexicon, centred);
    }

    /// Scales in place; a row of length 0 stays.
    private static float[] unit(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        for (int at = 0; at < row.length; at++) {
            row[at] = (float) (row[at] * scale);
        }
        return row;
    }

    /// Every vector times `rotation` (d × d).
    WordVectors rotated(double[] rotation) {
        float[][] rotated = new float[rows.length][];
        for (int word = 0; word < rows.length; word++) {
            rotated[word] = Procrustes.rotated(rows[word], rotation);
        }
        return new WordVectors(lexicon, rotated);
    }

    Optional<float[]> find(String word) {
        OptionalInt id = lexicon.find(word);
        return id.isPresent() ? Optional.of(rows[id.getAsInt()]) : Optional.empty();
    }
}
