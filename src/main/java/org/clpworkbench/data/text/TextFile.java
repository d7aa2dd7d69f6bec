package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file that documents can be read from.
public record TextFile(Path path, TextFormat format, Packing packing) {
    /// What the names of files that can be read end with.
    static final Sentence ENDINGS = Sentence.of(TextFile.class, "endings");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The file as its ending says; empty for one of another kind.
    static Optional<TextFile> of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        Packing packing = Packing.NONE;
        if (name.endsWith(".gz")) {
            packing = Packing.GZIP;
        } else if (name.endsWith(".zst")) {
            packing = Packing.ZSTANDARD;
        }
        String bare = packing == Packing.NONE ? name : name.substring(0, name.lastIndexOf('.'));
        Packing packed = packing;
        return TextFormat.of(bare.substring(bare.lastIndexOf('.') + 1))
                .filter(format -> packed == Packing.NONE || format.packable())
                .map(format -> new TextFile(path, format, packed));
    }

    /// Whether it is running text as it lies there.
    public boolean isPlainText() {
        return format == TextFormat.PLAIN && packing == Packing.NONE;
    }

    /// The columns that hold texts, as its beginning tells, nested ones with dots; none for running
    /// text.
    ///
    /// @throws IOException when it cannot be read
    public List<String> columns() throws IOException {
        if (format == TextFormat.PARQUET) {
            try (var thread = new Awaited(path, PATIENCE)) {
                return thread.get(() -> ParquetRows.columns(path));
            }
        }
        try (var bytes = new TextBytes(path, packing)) {
            return switch (format) {
                case PLAIN, PARQUET -> List.of();
                case JSON_LINES -> JsonLines.columns(bytes);
                case CSV -> CsvRows.columns(bytes, ',');
                case TSV -> CsvRows.columns(bytes, '\t');
            };
        }
    }

    /// Begins to read it.
    ///
    /// @throws IOException when it cannot be read or lacks a column that is asked for
    public DocumentReader open(Reading reading) throws IOException {
        if (format == TextFormat.PARQUET) {
            return new AwaitedReader(path, PATIENCE, () -> ParquetRows.open(path, reading));
        }
        var bytes = new TextBytes(path, packing);
        try {
            return switch (format) {
                case PLAIN -> new PlainText(bytes, reading.unit());
                case JSON_LINES -> new JsonLines(bytes, reading);
                case CSV -> new CsvRows(bytes, reading, ',');
                case TSV -> new CsvRows(bytes, reading, '\t');
                case PARQUET -> throw new IllegalStateException("read elsewhere");
            };
        } catch (IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }
}
