package org.clpworkbench.cli;

import org.clpworkbench.compute.Neighbours;
import org.clpworkbench.table.Csv;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The neighbours of every token as CSV (RFC 4180): a line for each pair.
record NeighbourTable(Vocabulary vocabulary, Neighbours neighbours) {
    /// Returns how many tokens were written; ids without a token are left out.
    int write(Path file) throws IOException {
        Path part = WholeFiles.part(file.toAbsolutePath());
        int tokens = 0;
        try (var out = Files.newBufferedWriter(part)) {
            out.write("id,token,rank,neighbour_id,neighbour,cosine" + Csv.LINE_END);
            for (int id = 0; id < neighbours.rows().length; id++) {
                if (vocabulary.token(id).isEmpty()) {
                    continue;
                }
                tokens++;
                int rank = 0;
                for (int at = 0; at < neighbours.rows()[id].length; at++) {
                    int other = neighbours.rows()[id][at];
                    if (vocabulary.token(other).isPresent()) {
                        out.write(line(id, ++rank, other, neighbours.cosines()[id][at]));
                    }
                }
            }
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
        WholeFiles.force(part);
        WholeFiles.move(part, file.toAbsolutePath());
        return tokens;
    }

    private String line(int id, int rank, int other, float cosine) {
        return String.format(
                        Locale.ROOT,
                        "%d,%s,%d,%d,%s,%.6f",
                        id,
                        quoted(id),
                        rank,
                        other,
                        quoted(other),
                        cosine)
                + Csv.LINE_END;
    }

    private String quoted(int id) {
        return Csv.quoted(vocabulary.token(id).orElse(""));
    }
}
