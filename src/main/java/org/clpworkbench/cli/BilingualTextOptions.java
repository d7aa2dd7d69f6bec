package org.clpworkbench.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// Texts that words of the two languages are brought into one space with.
final class BilingualTextOptions {
    @Option(
            names = "--source-text",
            paramLabel = "FILE",
            converter = TextFileArgument.class,
            description = "Text in the source language: the space static-bilingual.")
    private @Nullable Path sourceText;

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description = "Source word, tab, target word: the space static-bilingual.")
    private @Nullable Path dictionary;

    Optional<Path> sourceText() {
        return Optional.ofNullable(sourceText);
    }

    Optional<Path> dictionary() {
        return Optional.ofNullable(dictionary);
    }
}
