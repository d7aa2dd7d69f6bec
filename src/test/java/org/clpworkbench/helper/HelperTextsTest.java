package org.clpworkbench.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.Tokens;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.SpecialRole;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class HelperTextsTest {
    private static final List<String> LINES =
            IntStream.range(0, 400).mapToObj("Zeile %04d"::formatted).toList();

    @TempDir Path folder;
    private Path model;
    private Path text;

    @BeforeEach
    void writeAText() throws IOException {
        model = EmbeddedDemo.unpack(folder.resolve("embedded")).helper();
        text = Files.writeString(folder.resolve("a.txt"), String.join("\n", LINES));
    }

    private HelperSpec spec(Optional<Path> validation, DataChoices choices, boolean anyUnit) {
        var training =
                new HelperSpec.Training(
                        1,
                        1,
                        16,
                        Optimisation.standard(1),
                        0,
                        new Execution(Precision.FLOAT32, "cpu"),
                        Rhythm.standard(1));
        return new HelperSpec(
                new DataSet(List.of(text.toString()), validation.map(Path::toString), choices),
                anyUnit,
                BpeSpec.gpt2(1000),
                new HelperSize(1, 64),
                folder.resolve("target"),
                training);
    }

    private HelperTexts prepared(HelperSpec spec) throws IOException {
        DataChoices choices = HelperTexts.choices(spec, Progress.unwatched());
        return HelperTexts.prepare(
                spec, choices, model, folder.resolve("cache"), Progress.unwatched());
    }

    /// The lines of a file of tokens in which every document ends with the mark of the end.
    private List<String> lines(Path file) throws IOException {
        try (var tokenizer = ModelTokenizer.open(model)) {
            Tokens tokens = Corpus.tokens(file, tokenizer, 1);
            int end = tokenizer.vocabulary().role(SpecialRole.EOS).orElseThrow();
            int[] ids =
                    IntStream.range(0, (int) tokens.length())
                            .map(tokens::at)
                            .map(id -> id == end ? tokenizer.encode("\n")[0] : id)
                            .toArray();
            return Arrays.stream(tokenizer.decode(ids).split("\n"))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /// A page has 341 lines of 12 bytes, as 4,096 / 12 = 341.3. Of 120 pages 6 are expected at 5 %,
    /// with a deviation of √(120 · 0.05 · 0.95) = 2.4.
    @Test
    void keepsWholePagesOfATextWithoutBlankLinesBack() throws IOException {
        int perPage = 341;
        List<String> all =
                IntStream.range(0, 120 * perPage).mapToObj("Zeile %05d"::formatted).toList();
        Files.writeString(text, String.join("\n", all) + "\n");

        HelperTexts texts = prepared(spec(Optional.empty(), DataChoices.everything(), true));

        assertThat(texts.choices().unit()).isEqualTo(TextUnit.PAGE);
        List<String> trained = lines(texts.training());
        List<String> kept = lines(texts.validation());
        assertThat(kept.size() / perPage).isBetween(1, 16);
        for (int from = 0; from < kept.size(); from += perPage) {
            int at = all.indexOf(kept.get(from));
            assertThat(kept.subList(from, from + perPage)).isEqualTo(all.subList(at, at + perPage));
        }
        Set<String> back = Set.copyOf(kept);
        assertThat(trained).isEqualTo(all.stream().filter(line -> !back.contains(line)).toList());
    }

    /// 4,399 bytes are two pages: too few, and still no lines.
    @Test
    void neverCutsAShortTextIntoLines() throws IOException {
        HelperSpec spec = spec(Optional.empty(), DataChoices.everything(), true);
        assertThat(HelperTexts.choices(spec, Progress.unwatched()).unit()).isEqualTo(TextUnit.PAGE);
    }

    @Test
    void takesAllOfTheTextWhereOneIsGivenToEvaluateOn() throws IOException {
        Path other =
                Files.writeString(folder.resolve("b.txt"), "Das ist ein anderer Text. ".repeat(9));
        HelperTexts texts = prepared(spec(Optional.of(other), DataChoices.everything(), true));

        assertThat(lines(texts.training())).isEqualTo(LINES);
        assertThat(String.join("\n", lines(texts.validation()))).isEqualTo(Files.readString(other));
    }

    @Test
    void cutsNoOtherDocumentsThanWereAskedFor() throws IOException {
        var paragraphs = DataChoices.everything().by(TextUnit.PARAGRAPH);
        // the text is one paragraph
        assertThatThrownBy(() -> prepared(spec(Optional.empty(), paragraphs, false)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Of 1 documents ");
    }

    @Test
    void refusesTooLittleToEvaluateOn() throws IOException {
        Path other = Files.writeString(folder.resolve("b.txt"), "Hund");
        assertThatThrownBy(() -> prepared(spec(Optional.of(other), DataChoices.everything(), true)))
                .hasMessageMatching(
                        "There are only \\d tokens to evaluate on, and one window takes 17; .*");
        Path none = folder.resolve("none.txt");
        assertThatThrownBy(() -> prepared(spec(Optional.of(none), DataChoices.everything(), true)))
                .hasMessageStartingWith(none + " is not there");
    }
}
