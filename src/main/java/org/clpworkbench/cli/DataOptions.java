package org.clpworkbench.cli;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.text.TextUnit;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// Which documents of a data set are taken: what all commands share that read one.
final class DataOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Column of the text, nested with dots (default: text).")
    private @Nullable String column;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Take the rows whose language column says this; de also takes de-AT.")
    private @Nullable String language;

    @Option(
            names = "--language-column",
            paramLabel = "NAME",
            description = "Column of the language (default: language).")
    private @Nullable String languageColumn;

    @Option(
            names = "--script",
            paramLabel = "NAME",
            description = "Take the documents most of whose letters are of this script (Latin).")
    private @Nullable String script;

    @Option(
            names = "--documents",
            paramLabel = "UNIT",
            description =
                    "What a document of running text is: file, page (about 4 KiB), paragraph, or"
                            + " line where each is a document (default: file).")
    private @Nullable TextUnit unit;

    @Option(
            names = "--deduplicate",
            description = "Of documents with exactly the same text, take the first.")
    private boolean deduplicate;

    @Option(
            names = "--validation-share",
            paramLabel = "X",
            defaultValue = "0",
            description = "Share of the documents that is kept for validation, below 1.")
    private double validationShare;

    /// Whether it was said what a document of running text is.
    boolean saysUnit() {
        return unit != null;
    }

    boolean splits() {
        return validationShare > 0;
    }

    /// @param seed of the split
    DataChoices choices(long seed) {
        return choices(validationShare, seed);
    }

    /// The same documents, none of them kept.
    DataChoices unsplit() {
        return choices(0, 0);
    }

    private DataChoices choices(double share, long seed) {
        try {
            return new DataChoices(
                    Optional.ofNullable(column),
                    Optional.ofNullable(languageColumn),
                    Optional.ofNullable(language),
                    Optional.ofNullable(script).map(DataOptions::script),
                    unit == null ? TextUnit.FILE : unit,
                    deduplicate,
                    share,
                    seed);
        } catch (IllegalArgumentException nonsense) {
            throw new ParameterException(command.commandLine(), nonsense.getMessage());
        }
    }

    private static UnicodeScript script(String name) {
        try {
            return UnicodeScript.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "\"%s\" is no script of Unicode; use a name such as Latin or Cyrillic."
                            .formatted(name),
                    unknown);
        }
    }
}
