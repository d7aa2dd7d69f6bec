package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.SpecialRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

class PreparationTest {
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

    private PreparedText prepared(DataChoices choices, Path... files) throws IOException {
        return new Preparation(Stream.of(files).map(Path::toString).toList(), choices, model, cache)
                .run(Progress.unwatched());
    }

    private List<Integer> ids(Path file) throws IOException {
        try (var tokenizer = ModelTokenizer.open(model)) {
            Tokens tokens = Corpus.tokens(file, tokenizer, 1);
            var ids = new ArrayList<Integer>();
            for (long at = 0; at < tokens.length(); at++) {
                ids.add(tokens.at(at));
            }
            return ids;
        }
    }

    /// The documents again, cut where the tokenizer's mark of the end stands.
    private List<String> documents(Path file) throws IOException {
        try (var tokenizer = ModelTokenizer.open(model)) {
            int end = tokenizer.vocabulary().role(SpecialRole.EOS).orElseThrow();
            var documents = new ArrayList<String>();
            var document = new ArrayList<Integer>();
            for (int id : ids(file)) {
                if (id == end) {
                    int[] all = document.stream().mapToInt(Integer::intValue).toArray();
                    documents.add(tokenizer.decode(all));
                    document.clear();
                } else {
                    document.add(id);
                }
            }
            assertThat(document).isEmpty();
            return documents;
        }
    }

    @Test
    void holdsEveryDocumentsTokensInOrderWithAMarkAfterEach() throws IOException {
        List<String> texts = MadeTexts.of(words, 300, 1);
        Path file = WrittenFiles.write(folder.resolve("a.jsonl.zst"), MadeTexts.lines(texts));

        PreparedText text = prepared(DataChoices.everything(), file);

        var expected = new ArrayList<Integer>();
        try (var tokenizer = ModelTokenizer.open(model)) {
            int end = tokenizer.vocabulary().role(SpecialRole.EOS).orElseThrow();
            for (String one : texts) {
                for (int id : tokenizer.encode(one)) {
                    expected.add(id);
                }
                expected.add(end);
            }
        }
        assertThat(ids(text.training())).isEqualTo(expected);
        assertThat(text.validation()).isEmpty();
        assertThat(text.statistics().tokens()).isEqualTo(expected.size() - 300);
        // 8,192 tokens need two bytes each
        assertThat(text.training()).hasSize(2L * expected.size());
        assertThat(PreparedText.sources(text.training())).containsExactly(file.toString());
        assertThat(PreparedText.sources(file)).isEmpty();
    }

    @Test
    void isTheSameForAnyNumberOfThreads() throws IOException {
        Path file =
                WrittenFiles.write(
                        folder.resolve("a.jsonl.gz"),
                        MadeTexts.lines(MadeTexts.of(words, 3000, 2)));
        var made = new ArrayList<byte[]>();
        for (int threads : new int[] {1, 4}) {
            PreparedText text =
                    new Preparation(
                                    List.of(file.toString()),
                                    MadeChoices.of(true, 0.1, 5),
                                    model,
                                    folder.resolve("cache" + threads),
                                    threads)
                            .run(Progress.unwatched());
            made.add(Files.readAllBytes(text.training()));
            made.add(Files.readAllBytes(text.validation().orElseThrow()));
            made.add(Files.readAllBytes(text.folder().resolve("data.json")));
        }

        assertThat(made.get(3)).isEqualTo(made.get(0)).isNotEmpty();
        assertThat(made.get(4)).isEqualTo(made.get(1)).isNotEmpty();
        assertThat(made.get(5)).isEqualTo(made.get(2));
    }

    @Test
    void takesTheFirstOfDocumentsWithTheSameText() throws IOException {
        Path file =
                WrittenFiles.write(
                        folder.resolve("a.jsonl"),
                        MadeTexts.lines(
                                List.of(
                                        "eins zwei",
                                        " ",
                                        "eins\n  zwei ",
                                        "schön",
                                        "eins zwei",
                                        "scho\u0308n",
                                        "schön",
                                        "Eins zwei")));

        PreparedText text = prepared(MadeChoices.of(true, 0, 0), file);

        assertThat(documents(text.training()))
                .containsExactly("eins zwei", "eins\n  zwei ", "schön", "scho\u0308n", "Eins zwei");
        assertThat(text.statistics().documents()).isEqualTo(5);
        assertThat(text.statistics().duplicates()).isEqualTo(2);
        assertThat(text.statistics().blank()).isEqualTo(1);
        // 9, 12, 5 and 6, of which ö and its two dots take 2 bytes each, 9
        assertThat(text.statistics().characters()).isEqualTo(41);
        assertThat(text.statistics().bytes()).isEqualTo(43);
        assertThat(text.statistics().words()).isEqualTo(8);
        // the dots are no letter
        assertThat(text.statistics().scripts())
                .containsExactly(new DataStatistics.Script("LATIN", 34, 1));
    }

    @Test
    void splitsBySeedAndContentWhateverTheOrder() throws IOException {
        List<String> texts = MadeTexts.of(words, 2000, 3);
        var reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        Path file = WrittenFiles.write(folder.resolve("a.jsonl"), MadeTexts.lines(texts));
        Path other = WrittenFiles.write(folder.resolve("b.jsonl"), MadeTexts.lines(reversed));

        PreparedText one = prepared(MadeChoices.of(false, 0.2, 1), file);
        Set<String> kept = new HashSet<>(documents(one.validation().orElseThrow()));
        Set<String> trained = new HashSet<>(documents(one.training()));

        // 2000 × 0.2 = 400, standard deviation √(2000 × 0.2 × 0.8) = 18
        assertThat(kept.size()).isCloseTo(400, within(90));
        assertThat(kept).doesNotContainAnyElementsOf(trained);
        assertThat(kept.size() + trained.size()).isEqualTo(2000);
        assertThat(one.statistics().validationDocuments()).isEqualTo(kept.size());
        assertThat(
                        documents(
                                prepared(MadeChoices.of(false, 0.2, 1), other)
                                        .validation()
                                        .orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(
                        new HashSet<>(
                                documents(
                                        prepared(MadeChoices.of(false, 0.2, 2), file)
                                                .validation()
                                                .orElseThrow())))
                .isNotEqualTo(kept);
    }

    @Test
    void takesTheLanguageThatTheDataName() throws IOException {
        Path file =
                WrittenFiles.write(
                        folder.resolve("a.csv"),
                        "body,lang\nHund,de\ndog,en\nHaus,de_AT\nrein,\nden,den\n");
        var german =
                new DataChoices(
                        Optional.of("body"),
                        Optional.of("lang"),
                        Optional.of("DE"),
                        Optional.empty(),
                        TextUnit.FILE,
                        false,
                        0,
                        0);

        PreparedText text = prepared(german, file);

        assertThat(documents(text.training())).containsExactly("Hund", "Haus");
        assertThat(text.statistics().otherLanguage()).isEqualTo(3);
    }

    @Test
    void refusesALanguageOfRunningText() throws IOException {
        Path file = WrittenFiles.write(folder.resolve("a.txt"), "Hund");
        var german =
                new DataChoices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("de"),
                        Optional.empty(),
                        TextUnit.FILE,
                        false,
                        0,
                        0);

        assertThatThrownBy(() -> prepared(german, file))
                .hasMessage(
                        file
                                + " is running text, which says nothing of its language, and none"
                                + " is guessed; give only files that are in the language, or choose"
                                + " a script instead.");
    }

    @Test
    void takesDocumentsOfAScript() throws IOException {
        Path file = WrittenFiles.write(folder.resolve("a.txt"), "Hund 犬\n\nКошка cat\n");
        var cyrillic =
                new DataChoices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Character.UnicodeScript.CYRILLIC),
                        TextUnit.PARAGRAPH,
                        false,
                        0,
                        0);

        assertThat(documents(prepared(cyrillic, file).training())).containsExactly("Кошка cat");
    }

    @Test
    void isMadeAgainOnlyWhereTheContentIsAnother() throws IOException {
        Path file = WrittenFiles.write(folder.resolve("a.txt"), "eins zwei drei");
        PreparedText first = prepared(DataChoices.everything(), file);
        FileTime made = Files.getLastModifiedTime(first.training());
        Path moved = Files.move(file, folder.resolve("b.txt"));
        Files.setLastModifiedTime(moved, FileTime.from(Instant.now().minusSeconds(90)));

        assertThat(prepared(DataChoices.everything(), moved).folder()).isEqualTo(first.folder());
        assertThat(Files.getLastModifiedTime(first.training())).isEqualTo(made);
        // of the same length, at another time
        Files.writeString(moved, "eins zwei vier");
        PreparedText second = prepared(DataChoices.everything(), moved);
        assertThat(second.folder()).isNotEqualTo(first.folder());
        assertThat(documents(second.training())).containsExactly("eins zwei vier");
        assertThat(prepared(MadeChoices.of(true, 0, 0), moved).folder())
                .isNotEqualTo(second.folder());
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws IOException {
        Path file =
                WrittenFiles.write(
                        folder.resolve("a.jsonl"), MadeTexts.lines(MadeTexts.of(words, 6000, 4)));
        var preparation =
                new Preparation(List.of(file.toString()), DataChoices.everything(), model, cache);
        var cancelling =
                new Progress() {
                    private volatile long cancelled;

                    @Override
                    public void stage(String name) {}

                    @Override
                    public void update(long done, long total, String unit) {
                        if (unit.equals("bytes") && cancelled == 0) {
                            cancelled = System.nanoTime();
                        }
                    }

                    @Override
                    public boolean cancelled() {
                        return cancelled > 0;
                    }
                };

        assertThatThrownBy(() -> preparation.run(cancelling))
                .isInstanceOf(CancellationException.class);
        // one batch may be in the tokenizer; the machine may be busy
        assertThat(Duration.ofNanos(System.nanoTime() - cancelling.cancelled))
                .isLessThan(Duration.ofSeconds(2));
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(cache.resolve("file-hashes.json"));
        }
    }

    @Test
    void takesAwayWhatAKilledProcessLeftADayAgo() throws IOException {
        Path left = Files.createDirectories(cache.resolve("0123-old.part"));
        Path fresh = Files.createDirectories(cache.resolve("0123-new.part"));
        Path written = Files.write(left.resolve("training.tokens"), new byte[2]);
        var longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(written, longAgo);
        Files.setLastModifiedTime(left, longAgo);

        prepared(
                DataChoices.everything(), WrittenFiles.write(folder.resolve("a.txt"), "eins zwei"));

        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
    }

    /// More than 4 MiB, which are read in pieces: the mark of the end stands at the end alone.
    @Test
    void takesALongFileForOneDocument() throws IOException {
        String text = words.repeat(1 + (5 << 20) / words.length());
        Path file = WrittenFiles.write(folder.resolve("long.txt"), text);

        PreparedText made = prepared(DataChoices.everything(), file);

        long tokens = made.statistics().tokens();
        assertThat(made.statistics().documents()).isEqualTo(1);
        assertThat(made.statistics().lengths().getLast().tokens()).isEqualTo((int) tokens);
        assertThat(made.contents().trainingTokens()).isEqualTo(tokens + 1);
        List<Integer> ids = ids(made.training());
        assertThat(ids.getLast()).isEqualTo(made.contents().separator());
        assertThat(Collections.frequency(ids, made.contents().separator())).isEqualTo(1);
    }

    @Test
    void saysThatOneDocumentCannotBeSplit() throws IOException {
        Path file = WrittenFiles.write(folder.resolve("a.txt"), words);

        assertThatThrownBy(() -> prepared(MadeChoices.of(false, 0.5, 0), file))
                .hasMessageStartingWith("Of 1 documents ")
                .hasMessageEndingWith(
                        "so one side is empty; choose another share, or smaller documents: pages,"
                                + " paragraphs, or lines where each is a document.");
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(cache.resolve("file-hashes.json"));
        }
    }

    @Test
    void isOfUseToItsOwnTokenizerOnly() throws IOException {
        Path file = WrittenFiles.write(folder.resolve("a.txt"), "eins zwei drei");
        PreparedText text = prepared(DataChoices.everything(), file);
        Path source = EmbeddedDemo.unpack(folder.resolve("embedded")).source();

        try (var other = ModelTokenizer.open(source)) {
            assertThatThrownBy(() -> Corpus.tokens(text.training(), other, 1))
                    .hasMessage(
                            text.training()
                                    + " was prepared with another tokenizer than the model's;"
                                    + " prepare the text for this model.");
        }
    }

    @Test
    void showsTheFirstDocumentsAndWhatBecomesOfThem() throws IOException {
        Path file =
                WrittenFiles.write(
                        folder.resolve("a.jsonl"), MadeTexts.lines(List.of("ab", "ab", "c")));

        var preview =
                Preview.of(
                        List.of(file.toString()),
                        MadeChoices.of(true, 0, 0),
                        model,
                        2,
                        Progress.unwatched());

        assertThat(preview.samples())
                .extracting(Preview.Sample::row, Preview.Sample::fate, Preview.Sample::characters)
                .containsExactly(tuple(1L, Fate.TRAINING, 2), tuple(2L, Fate.DUPLICATE, 2));
    }
}
