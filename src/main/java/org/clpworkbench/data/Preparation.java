package org.clpworkbench.data;

import org.clpworkbench.data.PreparedText.Contents;
import org.clpworkbench.job.Job;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.SpecialRole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Tokenizes a data set once. What it makes is kept in a folder that is named after the content of
/// the files, the tokenizer and the choices: made of the same again, it is there at once.
///
/// @param inputs files, folders and patterns
/// @param model folder with the tokenizer
/// @param cache folder that prepared texts are kept in
/// @param threads that hand texts to the tokenizer, which itself uses all cores; the result is the
///   same for any number
public record Preparation(
        List<String> inputs, DataChoices choices, Path model, Path cache, int threads)
        implements Job<PreparedText> {
    public Preparation {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("Name at least one text to prepare.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("At least 1 thread must work, not " + threads + ".");
        }
    }

    /// With two threads: one hands over while the other takes in.
    public Preparation(List<String> inputs, DataChoices choices, Path model, Path cache) {
        this(inputs, choices, model, cache, 2);
    }

    /// @throws IOException when a file is malformed, or a side of the split would be empty
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left
    @Override
    public PreparedText run(Progress progress) throws IOException {
        Sources sources = Sources.of(inputs, cache, progress);
        try (var tokenizer = ModelTokenizer.open(model)) {
            WholeFolder folder = folder(sources, tokenizer);
            folder.make(part -> write(part, sources, tokenizer, progress));
            return PreparedText.open(folder.path());
        }
    }

    /// What was made of the same before; empty where there is none, or files changed since they
    /// were last read: that takes reading them.
    ///
    /// @throws IOException when a file is not there
    public Optional<PreparedText> made() throws IOException {
        Optional<Sources> sources = Sources.known(inputs, cache);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        try (var tokenizer = ModelTokenizer.open(model)) {
            WholeFolder folder = folder(sources.get(), tokenizer);
            return folder.isThere()
                    ? Optional.of(PreparedText.open(folder.path()))
                    : Optional.empty();
        }
    }

    private WholeFolder folder(Sources sources, ModelTokenizer tokenizer) throws IOException {
        String by =
                "%d\n%s\n%s\n%s\n"
                        .formatted(
                                Contents.FORMAT,
                                tokenizer.hash(),
                                separator(tokenizer),
                                choices.canonical());
        return new WholeFolder(cache.resolve(sources.key(by)), PreparedText.RECORD);
    }

    /// What ends a text, else what stands between two.
    private static OptionalInt separator(ModelTokenizer tokenizer) {
        OptionalInt end = tokenizer.vocabulary().role(SpecialRole.EOS);
        return end.isPresent() ? end : tokenizer.vocabulary().role(SpecialRole.SEP);
    }

    /// Ends the document that was written last, if there is one.
    private static void end(TokenFile file, OptionalInt separator) throws IOException {
        if (file.count() > 0 && separator.isPresent()) {
            file.add(separator.getAsInt());
        }
    }

    private void write(Path part, Sources sources, ModelTokenizer tokenizer, Progress progress)
            throws IOException {
        OptionalInt separator = separator(tokenizer);
        IdWidth width = IdWidth.of(tokenizer.vocabulary().idRange());
        Path kept = part.resolve(PreparedText.VALIDATION);
        try (var documents = new Documents(sources.files(), choices);
                var training = new TokenFile(part.resolve(PreparedText.TRAINING), width);
                var validation = new TokenFile(kept, width)) {
            var tokenizing =
                    new Tokenizing(
                            tokenizer,
                            (ids, piece) -> {
                                boolean keeps = piece.fate() == Fate.VALIDATION;
                                TokenFile file = keeps ? validation : training;
                                if (!piece.goesOn()) {
                                    end(file, separator);
                                }
                                file.add(ids);
                            },
                            threads,
                            progress);
            DataStatistics statistics = tokenizing.run(documents, new Selection(choices));
            Sides.of(statistics).check(inputs, choices);
            end(training, separator);
            end(validation, separator);
            training.finish();
            validation.finish();
            PreparedText.write(
                    part,
                    new Contents(
                            Contents.FORMAT,
                            width.bytes(),
                            tokenizer.hash(),
                            separator.orElse(-1),
                            sources.hashed(),
                            choices.canonical(),
                            training.count(),
                            validation.count(),
                            statistics));
        }
        if (choices.validationShare() == 0) {
            Files.delete(kept);
        }
    }
}
