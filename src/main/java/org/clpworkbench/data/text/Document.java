package org.clpworkbench.data.text;

import java.nio.file.Path;
import java.util.Optional;

/// One text of a data set: a file, a paragraph, a row of a table; or a piece of a long file.
///
/// @param language what the data say it is written in, where they say so
/// @param file where it stands
/// @param row the line or row of the file that it begins at, from 1
/// @param goesOn whether it is a piece that goes on with the document of the piece before it
public record Document(
        String text, Optional<String> language, Path file, long row, boolean goesOn) {
    /// A whole one.
    public Document(String text, Optional<String> language, Path file, long row) {
        this(text, language, file, row, false);
    }
}
