package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A file of comma-separated values as RFC 4180 has it, in UTF-8: lines end with CRLF; a field with
/// a comma, a quote or a line's end is quoted.
final class Csv {
    private static final int BETWEEN_LOOKS = 4096;

    private Csv() {}

    /// Writes the file whole or not at all.
    static <R> void write(
            Path file,
            List<String> header,
            List<R> rows,
            Function<R, List<String>> fields,
            Progress progress)
            throws IOException {
        Path part = WholeFiles.part(file);
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                out.write(line(header));
                for (int at = 0; at < rows.size(); at++) {
                    if (at % BETWEEN_LOOKS == 0) {
                        progress.checkCancelled();
                        progress.update(at, rows.size(), "rows");
                    }
                    out.write(line(fields.apply(rows.get(at))));
                }
            }
            WholeFiles.force(part);
            WholeFiles.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
