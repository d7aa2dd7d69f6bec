package org.clpworkbench.cli;

import org.clpworkbench.transfer.Space;
import org.clpworkbench.transfer.TransferTexts;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;

/// Texts that a transfer looks at.
final class TextOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--text",
            paramLabel = "FILE",
            converter = TextFileArgument.class,
            description = "Text in the target language: static spaces, coverage.")
    private @Nullable Path text;

    @Mixin private BilingualTextOptions bilingual;

    TransferTexts texts() {
        return new TransferTexts(
                Optional.ofNullable(text), bilingual.sourceText(), bilingual.dictionary());
    }

    /// @throws ParameterException when the space needs one that is not given
    TransferTexts checked(Space space) {
        try {
            texts().check(space);
            return texts();
        } catch (IllegalArgumentException lacking) {
            throw new ParameterException(command.commandLine(), lacking.getMessage());
        }
    }
}
