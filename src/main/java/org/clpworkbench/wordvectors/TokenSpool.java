package org.clpworkbench.wordvectors;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text's ids in a temporary file, written once and read in every epoch: a text of any size costs
/// no memory and is tokenized once.
final class TokenSpool implements AutoCloseable {
    /// Between two sequences.
    static final int BREAK = -1;

    /// After the last.
    static final int END = -2;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream output;
    private long size;

    TokenSpool() throws IOException {
        file = Files.createTempFile("clp-tokens-", ".ids");
        output =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /// Adds an id or a {@link #BREAK}.
    void add(int id) throws IOException {
        output.writeInt(id);
        size++;
    }

    /// Ids and breaks written.
    long size() {
        return size;
    }

    Cursor read() throws IOException {
        output.flush();
        return new Cursor(
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)),
                size);
    }

    @Override
    public void close() throws IOException {
        try {
            output.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// One reading, from the first id.
    static final class Cursor implements AutoCloseable {
        private final DataInputStream input;
        private long left;

        private Cursor(DataInputStream input, long left) {
            this.input = input;
            this.left = left;
        }

        /// The next id, {@link #BREAK} or {@link #END}.
        int next() throws IOException {
            if (left == 0) {
                return END;
            }
            left--;
            return input.readInt();
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
