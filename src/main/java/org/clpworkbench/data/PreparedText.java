package org.clpworkbench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A data set as token ids in a folder of its own: `training.tokens`, `validation.tokens` where a
/// share is kept for it, and `data.json`, which says what they were made of.
///
/// @param folder named after the content
public record PreparedText(Path folder, Contents contents) {
    /// What files of token ids end with.
    public static final String ENDING = ".tokens";

    static final String TRAINING = "training" + ENDING;
    static final String VALIDATION = "validation" + ENDING;
    static final String RECORD = "data.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// data.json.
    ///
    /// @param format of this folder
    /// @param idBytes bytes an id takes, little-endian: 2 or 4
    /// @param tokenizer SHA-256 of the tokenizer.json
    /// @param separator id that stands after every document; -1 for none
    /// @param sources what the documents were read from
    /// @param choices which of them were taken
    /// @param trainingTokens separators included
    /// @param validationTokens separators included
    public record Contents(
            int format,
            int idBytes,
            String tokenizer,
            int separator,
            List<Source> sources,
            String choices,
            long trainingTokens,
            long validationTokens,
            DataStatistics statistics) {
        static final int FORMAT = 1;

        public Contents {
            sources = List.copyOf(sources);
        }
    }

    /// @param file where it lay
    public record Source(String file, String sha256) {}

    /// @throws IOException when the folder holds no data set that this program has prepared
    static PreparedText open(Path folder) throws IOException {
        Path record = folder.resolve(RECORD);
        if (!Files.isRegularFile(record)) {
            throw new ToldException(
                    Sentence.of(PreparedText.class, "prepared.none", folder, RECORD));
        }
        try {
            var contents = JSON.readValue(record.toFile(), Contents.class);
            if (contents.format != Contents.FORMAT) {
                throw new ToldException(
                        Sentence.of(
                                PreparedText.class, "prepared.format", record, contents.format));
            }
            return new PreparedText(folder, contents);
        } catch (JsonProcessingException malformed) {
            throw new ToldException(
                    Sentence.of(
                            PreparedText.class,
                            "prepared.damaged",
                            record,
                            malformed.getOriginalMessage()),
                    malformed);
        }
    }

    static void write(Path folder, Contents contents) throws IOException {
        WholeFiles.write(folder.resolve(RECORD), JSON.writeValueAsBytes(contents));
    }

    public Path training() {
        return folder.resolve(TRAINING);
    }

    /// Empty where nothing is kept for validation.
    public Optional<Path> validation() {
        return Optional.of(folder.resolve(VALIDATION)).filter(Files::isRegularFile);
    }

    /// Bytes of the files of token ids.
    public long bytes() {
        return (contents.trainingTokens + contents.validationTokens) * contents.idBytes;
    }

    public DataStatistics statistics() {
        return contents.statistics;
    }

    /// What the ids of such a file were read from; empty where it is no such file, or nobody knows
    /// any more.
    public static List<String> sources(Path file) {
        if (!file.toString().endsWith(ENDING)) {
            return List.of();
        }
        try {
            List<Source> sources = open(folderOf(file)).contents.sources;
            return sources.stream().map(Source::file).toList();
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().resolve("..").normalize();
    }

    /// The ids of one of such a folder's files.
    ///
    /// @throws IOException when they are another tokenizer's
    static Tokens tokens(Path file, ModelTokenizer tokenizer) throws IOException {
        PreparedText text = open(folderOf(file));
        if (!text.contents.tokenizer.equals(tokenizer.hash())) {
            throw new ToldException(Sentence.of(PreparedText.class, "prepared.tokenizer", file));
        }
        boolean kept = file.endsWith(VALIDATION);
        long count = kept ? text.contents.validationTokens : text.contents.trainingTokens;
        return MappedTokens.open(file, IdWidth.ofBytes(text.contents.idBytes), count);
    }
}
