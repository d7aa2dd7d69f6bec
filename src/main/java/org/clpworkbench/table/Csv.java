package org.clpworkbench.table;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Comma-separated values as RFC 4180 has them, in UTF-8: lines end with CRLF; a field with a
/// comma, a quote or a line's end is quoted.
public final class Csv {
    /// The end of a line.
    public static final String LINE_END = "\r\n";

    private static final int BETWEEN_LOOKS = 4096;

    private Csv() {}

    /// Writes the file whole or not at all.
    public static <R> void write(
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

    /// A line with its end.
    public static String line(List<String> fields) {
        return joined(fields, ',') + LINE_END;
    }

    /// The same with tabs between the fields and a newline at its end, as spreadsheets take it from
    /// the clipboard.
    public static String pasteLine(List<String> fields) {
        return joined(fields, '\t') + "\n";
    }

    /// A field in quotes, whatever stands in it: text that is to stay text where other fields are
    /// numbers.
    public static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String joined(List<String> fields, char between) {
        return fields.stream()
                .map(field -> plain(field, between) ? field : quoted(field))
                .collect(Collectors.joining(String.valueOf(between)));
    }

    private static boolean plain(String text, char between) {
        return text.chars().noneMatch(c -> c == between || c == '"' || c == '\n' || c == '\r');
    }
}
