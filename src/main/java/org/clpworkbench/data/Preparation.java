package org.clpworkbench.data;

import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.data.PreparedText.Contents;
import org.clpworkbench.data.PreparedText.Source;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Job;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.SpecialRole;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

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
    private static final String HASHES = "file-hashes.json";

    /// Of a name; more would be of no use.
    private static final int KEY_LENGTH = 24;

    private static final Duration ABANDONED = Duration.ofDays(1);

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
        List<TextFile> files = TextFiles.find(inputs);
        Files.createDirectories(cache);
        List<Source> sources = sources(files, progress);
        try (var tokenizer = ModelTokenizer.open(model)) {
            OptionalInt separator = separator(tokenizer);
            Path folder = cache.resolve(key(files, sources, tokenizer, separator));
            if (PreparedText.isIn(folder)) {
                return PreparedText.open(folder);
            }
            Path part =
                    cache.resolve(folder.getFileName() + "-" + UUID.randomUUID() + WholeFiles.PART);
            try {
                removeAbandoned();
                Files.createDirectory(part);
                write(part, files, sources, tokenizer, separator, progress);
                move(part, folder);
            } finally {
                WholeFiles.delete(part);
            }
            return PreparedText.open(folder);
        }
    }

    private List<Source> sources(List<TextFile> files, Progress progress) throws IOException {
        progress.stage("Looking whether the files have changed");
        var hashes = FileHashes.open(cache.resolve(HASHES));
        var sources = new ArrayList<Source>();
        for (TextFile file : files) {
            progress.checkCancelled();
            sources.add(new Source(file.path().toString(), hashes.of(file.path(), progress)));
            progress.update(sources.size(), files.size(), "files");
        }
        hashes.save();
        return sources;
    }

    /// What ends a text, else what stands between two.
    private static OptionalInt separator(ModelTokenizer tokenizer) {
        OptionalInt end = tokenizer.vocabulary().role(SpecialRole.EOS);
        return end.isPresent() ? end : tokenizer.vocabulary().role(SpecialRole.SEP);
    }

    private String key(
            List<TextFile> files,
            List<Source> sources,
            ModelTokenizer tokenizer,
            OptionalInt separator)
            throws IOException {
        var sha = new Sha256();
        sha.add(
                "%d\n%s\n%s\n%s\n"
                        .formatted(
                                Contents.FORMAT, tokenizer.hash(), separator, choices.canonical()));
        for (int at = 0; at < files.size(); at++) {
            TextFile file = files.get(at);
            sha.add(
                    "%s %s %s\n"
                            .formatted(file.format(), file.packing(), sources.get(at).sha256()));
        }
        return sha.hex().substring(0, KEY_LENGTH);
    }

    private void write(
            Path part,
            List<TextFile> files,
            List<Source> sources,
            ModelTokenizer tokenizer,
            OptionalInt separator,
            Progress progress)
            throws IOException {
        IdWidth width = IdWidth.of(tokenizer.vocabulary().idRange());
        Path kept = part.resolve(PreparedText.VALIDATION);
        try (var documents = new Documents(files, choices);
                var training = new TokenFile(part.resolve(PreparedText.TRAINING), width);
                var validation = new TokenFile(kept, width)) {
            var tokenizing =
                    new Tokenizing(tokenizer, separator, training, validation, threads, progress);
            DataStatistics statistics = tokenizing.run(documents, new Selection(choices));
            new Sides(
                            statistics.documents(),
                            statistics.validationDocuments(),
                            statistics.blank(),
                            statistics.otherLanguage())
                    .check(inputs, choices);
            training.finish();
            validation.finish();
            PreparedText.write(
                    part,
                    new Contents(
                            Contents.FORMAT,
                            width.bytes(),
                            tokenizer.hash(),
                            separator.orElse(-1),
                            sources,
                            choices.canonical(),
                            training.count(),
                            validation.count(),
                            statistics));
        }
        if (choices.validationShare() == 0) {
            Files.delete(kept);
        }
    }

    /// Takes away what processes left that were killed. One that is at work writes all the time.
    private void removeAbandoned() throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(cache, "*" + WholeFiles.PART)) {
            for (Path left : parts) {
                Path training = left.resolve(PreparedText.TRAINING);
                Path touched = Files.exists(training) ? training : left;
                if (Files.getLastModifiedTime(touched).compareTo(longAgo) < 0) {
                    WholeFiles.delete(left);
                }
            }
        }
    }

    /// Another process may have made the same meanwhile.
    private static void move(Path part, Path folder) throws IOException {
        try {
            WholeFiles.move(part, folder);
        } catch (IOException taken) {
            if (!PreparedText.isIn(folder)) {
                throw taken;
            }
        }
    }
}
