package org.clpworkbench.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clpworkbench.data.text.WrittenFiles.columns;
import static org.clpworkbench.data.text.WrittenFiles.documents;
import static org.clpworkbench.data.text.WrittenFiles.texts;
import static org.clpworkbench.data.text.WrittenFiles.units;
import static org.clpworkbench.data.text.WrittenFiles.write;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FormatsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz", ".zst"})
    void readsRunningText(String packing) throws IOException {
        Path file = write(folder.resolve("a.txt" + packing), "\uFEFFeins\nzwei\n \n\n  drei 🐕\n");

        assertThat(texts(file, units(TextUnit.FILE)))
                .containsExactly("eins\nzwei\n \n\n  drei 🐕\n");
        assertThat(texts(file, units(TextUnit.PARAGRAPH)))
                .containsExactly("eins\nzwei", "  drei 🐕");
        assertThat(texts(file, units(TextUnit.LINE))).containsExactly("eins", "zwei", "  drei 🐕");
        assertThat(documents(file, units(TextUnit.PARAGRAPH)))
                .extracting(Document::row)
                .containsExactly(1L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz", ".zst"})
    void readsJsonLines(String packing) throws IOException {
        Path file =
                write(
                        folder.resolve("a.jsonl" + packing),
                        """
                        {"id": 1, "text": "a\\nb ü \\ud83d\\udc15", "language": "de"}\r

                        {"text": null, "language": "de"}
                        {"language": null, "text": "c"}
                        """);

        assertThat(documents(file, columns("text", "language")))
                .containsExactly(
                        new Document("a\nb ü 🐕", Optional.of("de"), file, 1),
                        new Document("c", Optional.empty(), file, 4));
    }

    @Test
    void readsANestedColumn() throws IOException {
        Path file =
                write(
                        folder.resolve("a.jsonl"),
                        """
                        {"page": {"body": {"de": "innen"}, "lang": "de"}}
                        """);

        assertThat(documents(file, columns("page.body.de", "page.lang")))
                .containsExactly(new Document("innen", Optional.of("de"), file, 1));
    }

    /// RFC 4180: a field in quotes may hold separators, ends of lines and doubled quotes.
    @ParameterizedTest
    @ValueSource(strings = {"", ".gz", ".zst"})
    void readsCsv(String packing) throws IOException {
        Path file =
                write(
                        folder.resolve("a.csv" + packing),
                        "id,\"text\",language\r\n"
                                + "1,\"two\r\nlines, and \"\"quotes\"\"\",en\r\n"
                                + "2,bare ü,\r\n"
                                + "\r\n"
                                + "3,,de");

        assertThat(documents(file, columns("text", "language")))
                .containsExactly(
                        new Document("two\r\nlines, and \"quotes\"", Optional.of("en"), file, 2),
                        new Document("bare ü", Optional.of(""), file, 4),
                        new Document("", Optional.of("de"), file, 6));
    }

    @Test
    void readsTabsAsSeparators() throws IOException {
        Path file = write(folder.resolve("a.tsv"), "id\ttext\n1\ta,b\n2\t\"c\td\"\n");

        assertThat(texts(file, columns("text", ""))).containsExactly("a,b", "c\td");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd"})
    void readsParquet(String codec) throws IOException, URISyntaxException {
        Path file = resource("texts-" + codec + ".parquet");

        assertThat(documents(file, columns("text", "language")))
                .containsExactly(
                        new Document("Der Hund schläft.", Optional.of("de"), file, 1),
                        new Document("", Optional.of("de"), file, 2),
                        new Document("Кошка спит.", Optional.of("ru"), file, 4),
                        new Document("The dog 🐕 sleeps.", Optional.of("en"), file, 5));
        assertThat(texts(file, columns("meta.body", ""))).containsExactly("eins", "drei", "fünf");
        assertThatThrownBy(() -> texts(file, columns("stars", "")))
                .hasMessage(
                        file
                                + " has no column \"stars\" of texts; name one of: text, meta.body,"
                                + " language.");
    }

    static Path resource(String name) throws URISyntaxException {
        var found = FormatsTest.class.getResource(name);
        assertThat(found).as(name).isNotNull();
        return Path.of(found.toURI());
    }

    /// Two members one after the other are one gzip file (RFC 1952), as `cat` makes them.
    @Test
    void readsGzipFilesThatWereJoined() throws IOException {
        byte[] one = Files.readAllBytes(write(folder.resolve("1.txt.gz"), "a\n"));
        byte[] two = Files.readAllBytes(write(folder.resolve("2.txt.gz"), "b\n"));
        byte[] both = new byte[one.length + two.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        Path file = Files.write(folder.resolve("both.txt.gz"), both);

        assertThat(texts(file, units(TextUnit.LINE))).containsExactly("a", "b");
    }

    @Test
    void cutsALongFileWhereParagraphsEnd() throws IOException {
        // 700 paragraphs of 10,000 bytes each: 7 MB, more than one document holds
        String paragraph = "wörter ".repeat(1249) + "ab";
        assertThat(paragraph.getBytes(StandardCharsets.UTF_8)).hasSize(9994);
        String text =
                IntStream.range(0, 700)
                        .mapToObj(number -> "%04d".formatted(number) + paragraph + "\n\n")
                        .collect(Collectors.joining());
        Path file = write(folder.resolve("long.txt"), text);

        List<String> pieces = texts(file, units(TextUnit.FILE));

        assertThat(String.join("", pieces)).isEqualTo(text);
        // of 65,536 bytes six whole paragraphs of 10,000 fit; 700 = 116 × 6 + 4
        assertThat(pieces).hasSize(117);
        assertThat(pieces).allMatch(piece -> piece.endsWith("\n\n"));
        List<Document> read = documents(file, units(TextUnit.FILE));
        assertThat(read.get(1).row()).isEqualTo(13);
        // one document
        assertThat(read.getFirst().goesOn()).isFalse();
        assertThat(read.subList(1, 117)).allMatch(Document::goesOn);
    }

    /// Of 4,096 bytes four whole paragraphs of 1,000 fit: 25 pages of a hundred.
    @Test
    void cutsAFileIntoPagesThatTogetherAreTheText() throws IOException {
        String text =
                IntStream.range(0, 100)
                        .mapToObj("%0998d\n\n"::formatted)
                        .collect(Collectors.joining());
        Path file = write(folder.resolve("short.txt"), text);

        List<String> pages = texts(file, units(TextUnit.PAGE));

        assertThat(String.join("", pages)).isEqualTo(text);
        assertThat(pages).hasSize(25).allMatch(page -> page.length() == 4000);
        List<Document> read = documents(file, units(TextUnit.PAGE));
        assertThat(read.get(1).row()).isEqualTo(9);
        assertThat(read).noneMatch(Document::goesOn);
    }

    @Test
    void cutsALongFileWithoutSpacesBetweenCharacters() throws IOException {
        // 3 bytes each, so that 65,536 falls within one
        String text = "漢".repeat(1_500_000);
        Path file = write(folder.resolve("long.txt"), text);

        List<String> pieces = texts(file, units(TextUnit.FILE));

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces.getFirst()).hasSize(65_535 / 3);
    }
}
