package org.clpworkbench.ui.common;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.PreparedText;
import org.clpworkbench.hub.HubPath;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// What a data set is called in a few words.
public final class DataSetWords {
    private DataSetWords() {}

    /// Its texts: "german-train.txt", "news and 2 more"; "none yet" for none.
    public static String name(@Nullable DataSet data) {
        if (data == null) {
            return Texts.of(DataSetWords.class).get("none");
        }
        return several(data.inputs());
    }

    private static String several(List<String> inputs) {
        String first = fileName(inputs.getFirst());
        int more = inputs.size() - 1;
        return more == 0 ? first : Texts.of(DataSetWords.class).get("more", first, more);
    }

    /// What a run read: a file by its own name, token ids by the names of what they were made of.
    public static String madeOf(Path file) {
        List<String> sources = PreparedText.sources(file);
        return sources.isEmpty() ? fileName(file.toString()) : several(sources);
    }

    /// The same; a text that belongs to no data set by its own name.
    public static String name(@Nullable DataSet data, Path text) {
        return data == null ? fileName(text.toString()) : name(data);
    }

    /// What is kept to measure on: "german-validation.txt", "5 % of the documents"; "none yet" for
    /// nothing.
    public static String kept(@Nullable DataSet data) {
        Texts texts = Texts.of(DataSetWords.class);
        if (data == null || !data.evaluates()) {
            return texts.get("none");
        }
        return data.validation()
                .map(DataSetWords::fileName)
                .orElseGet(
                        () ->
                                texts.get(
                                        "share",
                                        Numbers.significant(
                                                100 * data.choices().validationShare())));
    }

    /// The last name of a path; a pattern as it is; texts of a data set of the Hub by their name
    /// there.
    public static String fileName(String input) {
        return HubPath.shortName(input).orElseGet(() -> lastName(input));
    }

    private static String lastName(String input) {
        try {
            Path name = Path.of(input).getFileName();
            return input.matches(".*[*?\\[{].*") || name == null ? input : name.toString();
        } catch (InvalidPathException pattern) {
            return input;
        }
    }
}
