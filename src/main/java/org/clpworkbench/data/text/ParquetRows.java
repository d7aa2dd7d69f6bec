package org.clpworkbench.data.text;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.StructAccessor;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Documents as rows of a Parquet file, of which only the columns that are asked for are read.
final class ParquetRows implements DocumentReader {
    private final Path path;
    private final Reading reading;
    private final ParquetFileReader file;
    private final RowReader rows;
    private final long all;
    private final long size;
    private long row;

    private ParquetRows(Path path, Reading reading, ParquetFileReader file) throws IOException {
        this.path = path;
        this.reading = reading;
        this.file = file;
        check(reading.textColumn());
        if (reading.languageColumn().isPresent()) {
            check(reading.languageColumn().get());
        }
        String[] columns =
                Stream.concat(Stream.of(reading.textColumn()), reading.languageColumn().stream())
                        .distinct()
                        .toArray(String[]::new);
        rows = file.buildRowReader().projection(ColumnProjection.columns(columns)).build();
        all = file.getFileMetaData().numRows();
        size = Files.size(path);
    }

    private static ParquetFileReader open(Path path) throws IOException {
        try {
            return ParquetFileReader.open(InputFile.of(path));
        } catch (IOException | RuntimeException malformed) {
            throw unreadable(path, 0, malformed);
        }
    }

    /// The names of those that hold texts.
    static List<String> columns(Path path) throws IOException {
        try (ParquetFileReader file = open(path)) {
            return columns(file);
        } catch (RuntimeException malformed) {
            throw unreadable(path, 0, malformed);
        }
    }

    private static List<String> columns(ParquetFileReader file) {
        return file.getFileSchema().getColumns().stream()
                .filter(ParquetRows::holdsText)
                .map(ParquetRows::name)
                .toList();
    }

    static ParquetRows open(Path path, Reading reading) throws IOException {
        ParquetFileReader file = open(path);
        try {
            return new ParquetRows(path, reading, file);
        } catch (RuntimeException malformed) {
            file.close();
            throw unreadable(path, 0, malformed);
        } catch (IOException lacking) {
            file.close();
            throw lacking;
        }
    }

    /// Lists have several texts a row, which would be no one document.
    private void check(String column) throws IOException {
        List<String> names = columns(file);
        if (!names.contains(column)) {
            throw new ToldException(
                    Sentence.of(
                            ParquetRows.class,
                            "parquet.column",
                            path,
                            column,
                            String.join(", ", names)));
        }
    }

    private static boolean holdsText(ColumnSchema column) {
        return column.type() == PhysicalType.BYTE_ARRAY && column.maxRepetitionLevel() == 0;
    }

    private static String name(ColumnSchema column) {
        return String.join(".", column.fieldPath().elements());
    }

    @Override
    public Optional<Document> next() throws IOException {
        try {
            while (rows.hasNext()) {
                rows.next();
                row++;
                Optional<String> text = at(reading.textColumn());
                if (text.isPresent()) {
                    Optional<String> language = reading.languageColumn().flatMap(this::at);
                    return Optional.of(new Document(text.get(), language, path, row));
                }
            }
            return Optional.empty();
        } catch (RuntimeException malformed) {
            throw unreadable(path, row, malformed);
        }
    }

    private Optional<String> at(String column) {
        String[] names = column.split("\\.", -1);
        StructAccessor within = rows;
        for (int level = 0; level < names.length - 1; level++) {
            if (within.isNull(names[level])) {
                return Optional.empty();
            }
            within = within.getStruct(names[level]);
        }
        String last = names[names.length - 1];
        return within.isNull(last) ? Optional.empty() : Optional.of(within.getString(last));
    }

    private static IOException unreadable(Path path, long row, Exception cause) {
        return new ToldException(
                Sentence.of(
                        ParquetRows.class,
                        "parquet.damaged",
                        path,
                        row,
                        String.valueOf(cause.getMessage())),
                cause);
    }

    @Override
    public long position() {
        return all == 0 ? size : (long) (size * ((double) row / all));
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
