package org.clpworkbench.data;

import org.clpworkbench.data.text.Reading;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// Which documents of a data set are taken, and which of them are kept for validation.
///
/// @param column that holds the text; absent for "text"
/// @param languageColumn that says what a row is written in; absent for "language"
/// @param language that is taken, as the data name it ("de" also takes "de-AT"); absent for all
/// @param script that most letters of a document must have; absent for any
/// @param unit what a document of running text is
/// @param deduplicate whether of documents with the same text, byte for byte, only the first is
///   taken; of a file that is read in pieces each piece counts by itself
/// @param validationShare of the documents that is kept for validation, 0 to below 1
/// @param seed of the split
public record DataChoices(
        Optional<String> column,
        Optional<String> languageColumn,
        Optional<String> language,
        Optional<UnicodeScript> script,
        TextUnit unit,
        boolean deduplicate,
        double validationShare,
        long seed) {
    /// The column of the text where none is named.
    public static final String USUAL_COLUMN = "text";

    /// The column of the language where none is named.
    public static final String USUAL_LANGUAGE_COLUMN = "language";

    /// Of the rules by which documents are cut, compared and split: what was prepared by earlier
    /// ones is not mistaken for what the same choices give now.
    private static final int RULES = 2;

    public DataChoices {
        if (!(validationShare >= 0 && validationShare < 1)) {
            throw new ToldArgumentException(
                    Sentence.of(DataChoices.class, "choices.share", validationShare));
        }
        if (language.filter(String::isBlank).isPresent()) {
            throw new ToldArgumentException(Sentence.of(DataChoices.class, "choices.language"));
        }
        if (languageColumn.isPresent() && language.isEmpty()) {
            throw new ToldArgumentException(Sentence.of(DataChoices.class, "choices.column"));
        }
    }

    /// Everything, for training.
    public static DataChoices everything() {
        return new DataChoices(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TextUnit.FILE,
                false,
                0,
                0);
    }

    /// The same with other documents of running text.
    public DataChoices by(TextUnit other) {
        return new DataChoices(
                column,
                languageColumn,
                language,
                script,
                other,
                deduplicate,
                validationShare,
                seed);
    }

    /// The same documents, of which another share is kept for validation.
    public DataChoices split(double share, long splitSeed) {
        return new DataChoices(
                column, languageColumn, language, script, unit, deduplicate, share, splitSeed);
    }

    Reading reading() {
        return new Reading(
                column, language.map(_ -> languageColumn.orElse(USUAL_LANGUAGE_COLUMN)), unit);
    }

    /// All that decides what is taken, as a line.
    String canonical() {
        return "%d|%s|%s|%s|%s|%b|%s|%s"
                .formatted(
                        RULES,
                        reading(),
                        language.orElse(""),
                        script.map(Enum::name).orElse(""),
                        unit,
                        deduplicate,
                        validationShare,
                        validationShare > 0 ? seed : 0);
    }
}
