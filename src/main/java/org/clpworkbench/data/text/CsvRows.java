package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Documents as rows of separated values (RFC 4180), whose first row names the columns.
final class CsvRows implements DocumentReader {
    private final TextBytes bytes;
    private final int separator;
    private final Row row;
    private final List<Integer> ends = new ArrayList<>();
    private final int columns;
    private final int text;
    private final Optional<Integer> language;

    CsvRows(TextBytes bytes, Reading reading, char separator) throws IOException {
        this.bytes = bytes;
        this.separator = separator;
        row = new Row(bytes.file());
        List<String> names = header();
        columns = names.size();
        text = place(names, reading.textColumn());
        language =
                reading.languageColumn().isPresent()
                        ? Optional.of(place(names, reading.languageColumn().get()))
                        : Optional.empty();
    }

    private CsvRows(TextBytes bytes, int separator) {
        this.bytes = bytes;
        this.separator = separator;
        row = new Row(bytes.file());
        columns = 0;
        text = 0;
        language = Optional.empty();
    }

    /// The names in the first row.
    static List<String> columns(TextBytes bytes, char separator) throws IOException {
        return new CsvRows(bytes, separator).header();
    }

    private List<String> header() throws IOException {
        if (!record()) {
            throw new ToldException(Sentence.of(CsvRows.class, "csv.empty", bytes.file()));
        }
        var names = new ArrayList<String>();
        for (int field = 0; field < ends.size(); field++) {
            names.add(field(field).strip());
        }
        return names;
    }

    private int place(List<String> names, String column) throws IOException {
        int place = names.indexOf(column);
        if (place < 0) {
            throw new ToldException(
                    Sentence.of(
                            CsvRows.class,
                            "csv.column",
                            bytes.file(),
                            column,
                            String.join(", ", names)));
        }
        return place;
    }

    @Override
    public Optional<Document> next() throws IOException {
        while (record()) {
            if (ends.size() == 1 && columns > 1 && row.length() == 0) {
                continue;
            }
            if (ends.size() != columns) {
                throw new ToldException(
                        Sentence.of(
                                CsvRows.class,
                                "csv.fields",
                                bytes.file(),
                                ends.size(),
                                row.line(),
                                columns));
            }
            Optional<String> says = Optional.empty();
            if (language.isPresent()) {
                says = Optional.of(field(language.get()));
            }
            return Optional.of(new Document(field(text), says, bytes.file(), row.line()));
        }
        return Optional.empty();
    }

    private String field(int field) throws IOException {
        return row.text(field == 0 ? 0 : ends.get(field - 1), ends.get(field));
    }

    /// Reads a row's fields; false after the last row.
    private boolean record() throws IOException {
        row.begin(bytes.place(), bytes.line());
        ends.clear();
        if (bytes.peek() == TextBytes.END) {
            return false;
        }
        boolean more = true;
        while (more) {
            more = bytes.peek() == '"' ? quoted() : bare();
            ends.add(row.length());
        }
        return true;
    }

    /// Whether another field follows.
    private boolean bare() throws IOException {
        int begin = row.length();
        while (true) {
            int value = bytes.read();
            if (value == separator) {
                return true;
            }
            if (value == TextBytes.END || value == '\n') {
                if (value == '\n' && row.length() > begin && row.endsWith('\r')) {
                    row.dropLast();
                }
                return false;
            }
            row.add(value);
        }
    }

    private boolean quoted() throws IOException {
        bytes.read();
        while (true) {
            int value = bytes.read();
            if (value == TextBytes.END) {
                throw new ToldException(
                        Sentence.of(CsvRows.class, "csv.open", bytes.file(), row.line()));
            }
            if (value != '"') {
                row.add(value);
            } else if (bytes.peek() == '"') {
                row.add(bytes.read());
            } else {
                return afterQuotes();
            }
        }
    }

    private boolean afterQuotes() throws IOException {
        int value = bytes.read();
        if (value == '\r' && bytes.peek() == '\n') {
            value = bytes.read();
        }
        if (value != separator && value != '\n' && value != TextBytes.END) {
            throw new ToldException(
                    Sentence.of(
                            CsvRows.class,
                            "csv.after",
                            bytes.file(),
                            bytes.place() - 1,
                            row.line()));
        }
        return value == separator;
    }

    @Override
    public long position() {
        return bytes.position();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
