package org.clpworkbench.data.text;

import java.io.IOException;
import java.util.Optional;

/// Documents of running text.
final class PlainText implements DocumentReader {
    /// Bytes of a file that is still one document.
    static final int WHOLE = 4 << 20;

    /// Bytes of a piece of a longer one.
    static final int PIECE = 1 << 16;

    /// Bytes of a page.
    static final int PAGE = 1 << 12;

    private final TextBytes bytes;
    private final TextUnit unit;
    private final Row row;
    private final Row line;
    private final int piece;
    private boolean inPieces;
    private boolean begun;
    private boolean given;

    PlainText(TextBytes bytes, TextUnit unit) {
        this.bytes = bytes;
        this.unit = unit;
        piece = unit == TextUnit.PAGE ? PAGE : PIECE;
        inPieces = unit == TextUnit.PAGE;
        row = new Row(bytes.file());
        line = new Row(bytes.file());
    }

    @Override
    public Optional<Document> next() throws IOException {
        return switch (unit) {
            case FILE, PAGE -> piece();
            case PARAGRAPH -> paragraph();
            case LINE -> line();
        };
    }

    private Optional<Document> line() throws IOException {
        while (bytes.line(row)) {
            if (!row.isBlank()) {
                return Optional.of(document(row.text(), row.line()));
            }
        }
        return Optional.empty();
    }

    private Optional<Document> paragraph() throws IOException {
        row.begin(bytes.place(), bytes.line());
        while (bytes.line(line)) {
            if (line.isBlank() && row.length() > 0) {
                break;
            }
            if (line.isBlank()) {
                row.begin(bytes.place(), bytes.line());
                continue;
            }
            if (row.length() > 0) {
                row.add('\n');
            }
            for (int at = 0; at < line.length(); at++) {
                row.add(line.at(at));
            }
        }
        return row.length() == 0 ? Optional.empty() : Optional.of(document(row.text(), row.line()));
    }

    /// A short file whole, a long one piece by piece; what is read beyond a piece waits in the row.
    private Optional<Document> piece() throws IOException {
        if (!begun) {
            row.begin(bytes.place(), bytes.line());
            begun = true;
        }
        boolean ended = fill(inPieces ? piece : WHOLE);
        if (ended && (!inPieces || row.length() <= piece)) {
            return rest();
        }
        inPieces = true;
        int cut = cut(Math.min(row.length(), piece));
        String text = row.text(0, cut);
        long at = row.line();
        row.dropFirst(cut, text.chars().filter(c -> c == '\n').count());
        return Optional.of(piece(text, at));
    }

    private Optional<Document> rest() throws IOException {
        if (row.length() == 0) {
            return Optional.empty();
        }
        String text = row.text();
        long at = row.line();
        row.dropFirst(row.length(), 0);
        return Optional.of(piece(text, at));
    }

    /// A page is a document; all pieces of a file are one.
    private Document piece(String text, long at) {
        boolean goesOn = given && unit == TextUnit.FILE;
        given = true;
        return new Document(text, Optional.empty(), bytes.file(), at, goesOn);
    }

    /// Whether the file ended before the row was longer than `most`.
    private boolean fill(int most) throws IOException {
        while (row.length() <= most) {
            int value = bytes.read();
            if (value == TextBytes.END) {
                return true;
            }
            row.add(value);
        }
        return bytes.peek() == TextBytes.END;
    }

    /// After the last paragraph of the first bytes, else line, else word, else character.
    private int cut(int to) {
        int line = 0;
        int word = 0;
        for (int at = to - 1; at > 0; at--) {
            byte value = row.at(at);
            if (value == '\n' && row.at(at - 1) == '\n' && at > to / 2) {
                return at + 1;
            }
            line = line == 0 && value == '\n' ? at + 1 : line;
            word = word == 0 && value == ' ' ? at : word;
        }
        if (line > 0 || word > 0) {
            return line > 0 ? line : word;
        }
        int character = to;
        while (character > to - 4 && (row.at(character) & 0xC0) == 0x80) {
            character--;
        }
        return character;
    }

    private Document document(String text, long at) {
        return new Document(text, Optional.empty(), bytes.file(), at);
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
