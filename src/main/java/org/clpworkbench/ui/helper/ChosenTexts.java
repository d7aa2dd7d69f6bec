package org.clpworkbench.ui.helper;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.ui.common.Pair;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pair's texts, whichever way they were chosen.
///
/// @param inputs files, folders and patterns
/// @param validation a text that is never trained on
record ChosenTexts(List<String> inputs, Optional<String> validation, DataChoices choices) {
    static Optional<ChosenTexts> of(Pair pair) {
        DataSet data = pair.data().get();
        if (data != null) {
            return Optional.of(new ChosenTexts(data.inputs(), data.validation(), data.choices()));
        }
        @Nullable Path text = pair.text().get();
        return Optional.ofNullable(text)
                .map(
                        file ->
                                new ChosenTexts(
                                        List.of(file.toString()),
                                        Optional.ofNullable(pair.validation().get())
                                                .map(Path::toString),
                                        DataChoices.everything()));
    }

    /// Whether nobody has said what a document is, so that a split may choose it.
    boolean anyUnit() {
        return choices.unit() == TextUnit.FILE;
    }

    /// The texts by their files' names.
    String names() {
        return inputs.stream().map(ChosenTexts::fileName).collect(Collectors.joining(", "));
    }

    /// The validation text by its file's name; empty where a share of the documents is kept back.
    Optional<String> validationName() {
        return validation.map(ChosenTexts::fileName);
    }

    /// The share of the documents that is kept back where there is no validation text.
    double validationShare() {
        return choices.validationShare() > 0 ? choices.validationShare() : HelperSpec.USUAL_SHARE;
    }

    /// What a model made of them may be called: "german" for german-train.txt.
    String language() {
        String name = fileName(inputs.getFirst()).replaceFirst("[.*?\\[{].*", "");
        String plain =
                name.replaceFirst("[-_](train|training)$", "")
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-");
        return plain.isBlank() ? choices.language().orElse("helper") : plain;
    }

    private static String fileName(String input) {
        try {
            return String.valueOf(Path.of(input).getFileName());
        } catch (InvalidPathException pattern) {
            return input;
        }
    }
}
