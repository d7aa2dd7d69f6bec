package org.clpworkbench.transfer;

import java.nio.file.Path;
import java.util.Optional;

/// Texts that a transfer may look at, UTF-8.
///
/// @param target text in the target language: static vectors are trained on it, and coverage is
///   counted in it
/// @param source text in the source language, for bilingual vectors
/// @param dictionary pairs of a source and a target word, one a line with a tab between, for
///   bilingual vectors
public record TransferTexts(
        Optional<Path> target, Optional<Path> source, Optional<Path> dictionary) {
    public static final TransferTexts NONE =
            new TransferTexts(Optional.empty(), Optional.empty(), Optional.empty());

    public TransferTexts {
        target = target.map(file -> file.toAbsolutePath().normalize());
        source = source.map(file -> file.toAbsolutePath().normalize());
        dictionary = dictionary.map(file -> file.toAbsolutePath().normalize());
    }

    /// Only a text in the target language.
    public static TransferTexts ofTarget(Path text) {
        return new TransferTexts(Optional.of(text), Optional.empty(), Optional.empty());
    }

    /// @throws IllegalArgumentException when the space of a recipe needs a text that is not given
    public void check(Space space) {
        switch (space) {
            case HELPER, HELPER_CENTERED -> {}
            case STATIC_TARGET ->
                    require(target, space, "a text in the target language (--text FILE)");
            case STATIC_BILINGUAL -> {
                require(target, space, "a text in the target language (--text FILE)");
                require(source, space, "a text in the source language (--source-text FILE)");
                require(
                        dictionary,
                        space,
                        "a dictionary of two columns (--dictionary FILE: word, tab, word)");
            }
        }
    }

    /// Whether a space can be made with the texts given.
    public boolean serve(Space space) {
        return switch (space) {
            case HELPER, HELPER_CENTERED -> true;
            case STATIC_TARGET -> target.isPresent();
            case STATIC_BILINGUAL ->
                    target.isPresent() && source.isPresent() && dictionary.isPresent();
        };
    }

    private static void require(Optional<Path> file, Space space, String what) {
        if (file.isEmpty()) {
            throw new IllegalArgumentException(
                    "The space %s needs %s.".formatted(space.word(), what));
        }
    }
}
