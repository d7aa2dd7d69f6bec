package org.clpworkbench.data.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// The documents of a file, one after the other.
public interface DocumentReader extends Closeable {
    /// The next one; empty after the last. Rows whose text is null are passed over.
    ///
    /// @throws IOException naming the file, the place and what to do where it is malformed
    Optional<Document> next() throws IOException;

    /// About how many bytes of the file, as it lies there, have been read.
    long position() throws IOException;
}
