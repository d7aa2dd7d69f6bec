package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Optional;

/// What is read of a file.
///
/// @param column that holds the text, in JSON and Parquet with dots between nested names; absent
///   for "text"
/// @param languageColumn that says what a row is written in; read only where it is named
/// @param unit what a document of running text is
public record Reading(Optional<String> column, Optional<String> languageColumn, TextUnit unit) {
    private static final String USUAL = "text";

    public Reading {
        if (column.filter(String::isBlank).isPresent()
                || languageColumn.filter(String::isBlank).isPresent()) {
            throw new ToldArgumentException(Sentence.of(Reading.class, "column.blank"));
        }
    }

    /// The column called "text"; running text file by file.
    public static Reading usual() {
        return new Reading(Optional.empty(), Optional.empty(), TextUnit.FILE);
    }

    String textColumn() {
        return column.orElse(USUAL);
    }
}
