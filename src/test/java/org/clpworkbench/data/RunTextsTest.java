package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// What runs read of a data set, and what can be read of it as running text.
class RunTextsTest {
    @TempDir Path folder;
    private Path model;
    private Path cache;
    private String words;

    @BeforeEach
    void unpackTheDemo() throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        model = demo.helper();
        words = Files.readString(demo.validation());
        cache = folder.resolve("cache");
    }

    private static DataSet split(Path file, double share) {
        return new DataSet(
                List.of(file.toString()),
                Optional.empty(),
                DataChoices.everything().split(share, 3));
    }

    private Path rows(String name, List<String> texts) throws IOException {
        return WrittenFiles.write(folder.resolve(name), MadeTexts.lines(texts));
    }

    @Test
    void takesPlainTextsAsTheyLie() throws IOException {
        Path training = Files.writeString(folder.resolve("a.txt"), "eins zwei");
        Path validation = Files.writeString(folder.resolve("b.txt"), "drei");
        DataSet data = DataSet.of(training, validation);

        assertThat(RunTexts.of(data, model, cache, Progress.unwatched()))
                .isEqualTo(new RunTexts(training, validation));
        assertThat(ReadableTexts.asTheyLie(data))
                .contains(new ReadableTexts(training, Optional.of(validation)));
        assertThat(cache).doesNotExist();
    }

    /// A run would hold it in memory: text, characters and tokens.
    @Test
    void preparesPlainTextOfMoreThan64MiB() throws IOException {
        Path file = folder.resolve("large.txt");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(64L << 20);
            assertThat(DataSet.of(file, file).asItLies()).contains(file);
            large.setLength((64L << 20) + 1);
            assertThat(DataSet.of(file, file).asItLies()).isEmpty();
        }
    }

    @Test
    void preparesOnlyWhatIsNoPlainText() throws IOException {
        Path training = Files.writeString(folder.resolve("a.txt"), "eins zwei");
        Path validation = rows("b.jsonl.gz", List.of("drei", "vier"));
        DataSet data = DataSet.of(training, validation);

        RunTexts read = RunTexts.of(data, model, cache, Progress.unwatched());

        assertThat(read.training()).isEqualTo(training);
        assertThat(read.validation()).hasFileName("training.tokens").exists();
        assertThat(ReadableTexts.asTheyLie(data)).isEmpty();
        ReadableTexts readable = ReadableTexts.of(data, cache, Progress.unwatched());
        assertThat(readable.training()).isEqualTo(training);
        assertThat(readable.validation().orElseThrow()).hasContent("drei\nvier\n");
    }

    @Test
    void splitsAPlainTextIntoTokensOfBothSides() throws IOException {
        Path file = folder.resolve("a.txt.zst");
        WrittenFiles.write(file, words);
        DataSet data =
                new DataSet(
                        List.of(file.toString()),
                        Optional.empty(),
                        DataChoices.everything().by(TextUnit.LINE).split(0.1, 1));

        RunTexts read = RunTexts.of(data, model, cache, Progress.unwatched());

        assertThat(read.training()).hasFileName("training.tokens").exists();
        assertThat(read.validation()).hasFileName("validation.tokens").exists();
    }

    /// Both sides hold every document of theirs once, a line each.
    @Test
    void writesBothSidesAsReadableTextOnce() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String text : MadeTexts.of(words, 200, 1)) {
            texts.add(text.replace('\n', ' '));
        }
        DataSet data = split(rows("a.jsonl.zst", texts), 0.2);

        ReadableTexts readable = ReadableTexts.of(data, cache, Progress.unwatched());

        List<String> kept = Files.readAllLines(readable.validation().orElseThrow());
        List<String> all = new ArrayList<>(Files.readAllLines(readable.training()));
        assertThat(kept).isNotEmpty().doesNotContainAnyElementsOf(all);
        all.addAll(kept);
        assertThat(all).containsExactlyInAnyOrderElementsOf(texts);

        FileTime written = Files.getLastModifiedTime(readable.training());
        assertThat(ReadableTexts.of(data, cache, Progress.unwatched())).isEqualTo(readable);
        assertThat(Files.getLastModifiedTime(readable.training())).isEqualTo(written);
    }

    @Test
    void leavesNothingOfATextThatIsMalformed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"a\"}\n{\"tex");
        DataSet data = split(file, 0.5);

        assertThatThrownBy(() -> ReadableTexts.of(data, cache, Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no valid JSON in line 2");
        assertThatThrownBy(() -> RunTexts.of(data, model, cache, Progress.unwatched()))
                .hasMessageContaining("no valid JSON in line 2");
        try (var left = Files.list(cache)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactly("file-hashes.json");
        }
    }

    @Test
    void asksForSomethingToEvaluateOn() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "eins");
        DataSet data =
                new DataSet(List.of(file.toString()), Optional.empty(), DataChoices.everything());

        assertThatThrownBy(() -> RunTexts.of(data, model, cache, Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("keeps nothing to evaluate on; choose");
    }

    @Test
    void doesNotGiveTokenIdsForAText() throws IOException {
        Path tokens = Files.write(folder.resolve("training.tokens"), new byte[] {1, 0});
        DataSet data = DataSet.of(tokens, tokens);

        assertThat(ReadableTexts.asTheyLie(data)).isEmpty();
        assertThatThrownBy(() -> ReadableTexts.of(data, cache, Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds token ids, which cannot be read as a text");
    }

    @Test
    void recognisesWhatWasPreparedBeforeWithoutReadingIt() throws IOException {
        Path file = rows("a.jsonl", MadeTexts.of(words, 50, 2));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        var preparation =
                new Preparation(List.of(file.toString()), DataChoices.everything(), model, cache);

        assertThat(preparation.made()).isEmpty();
        PreparedText made = preparation.run(Progress.unwatched());
        assertThat(preparation.made()).contains(made);
        assertThat(made.bytes()).isEqualTo(Files.size(made.training()));

        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        assertThat(preparation.made()).isEmpty();
    }

    /// The name that data got when documents were compared without their white space.
    @Test
    void doesNotTakeWhatWasPreparedByEarlierRules() throws IOException {
        Path file = rows("a.jsonl", MadeTexts.of(words, 5, 2));
        DataChoices choices = MadeChoices.of(true, 0, 0);
        PreparedText made =
                new Preparation(List.of(file.toString()), choices, model, cache)
                        .run(Progress.unwatched());
        PreparedText.Contents contents = made.contents();
        String by = "1\n%s\nOptionalInt[%d]\n%s\n";
        String now = by.formatted(contents.tokenizer(), contents.separator(), contents.choices());
        String before =
                by.formatted(
                        contents.tokenizer(),
                        contents.separator(),
                        choices.reading() + "|||FILE|true|0.0|0");
        Sources sources = Sources.of(List.of(file.toString()), cache, Progress.unwatched());

        assertThat(made.folder()).hasFileName(sources.key(now));
        assertThat(sources.key(before)).isNotEqualTo(sources.key(now));
    }

    /// Counting is what preparing does, but for the files.
    @Test
    void countsWhatAPreparationCounts() throws IOException {
        DataSet data = split(rows("a.jsonl", MadeTexts.of(words, 200, 4)), 0.1);

        DataStatistics counted =
                new Counting(data.inputs(), data.choices(), model).run(Progress.unwatched());

        assertThat(counted)
                .isEqualTo(
                        new Preparation(data.inputs(), data.choices(), model, cache)
                                .run(Progress.unwatched())
                                .statistics());
    }

    @Test
    void cancelledCountingEnds() throws IOException {
        DataSet data = split(rows("a.jsonl", MadeTexts.of(words, 200, 4)), 0.1);
        var cancelled = new Cancellable(() -> true);

        assertThatThrownBy(() -> new Counting(data.inputs(), data.choices(), model).run(cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
