package org.clpworkbench.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clpworkbench.data.text.WrittenFiles.columns;
import static org.clpworkbench.data.text.WrittenFiles.texts;
import static org.clpworkbench.data.text.WrittenFiles.units;
import static org.clpworkbench.data.text.WrittenFiles.write;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Malformed files end in a sentence that names the file, the place and what to do.
class HostileTextsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".zst"})
    void refusesAPackedFileThatIsCutShort(String packing) throws IOException {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int line = 0; line < 20_000; line++) {
            text.append(random.nextLong()).append('\n');
        }
        Path file = write(folder.resolve("a.txt" + packing), text.toString());
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> texts(file, units(TextUnit.LINE)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "%s cannot be unpacked beyond byte %,d (".formatted(file, length))
                    .hasMessageEndingWith("; fetch the file again.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".zst"})
    void refusesAFileThatIsNotPackedAsItsNameSays(String packing) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl" + packing), "{\"text\": \"a\"}\n");

        assertThatThrownBy(() -> texts(file, Reading.usual()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + " cannot be unpacked");
    }

    @ParameterizedTest
    @EnumSource(TextUnit.class)
    void namesTheByteThatIsNotUtf8(TextUnit unit) throws IOException {
        byte[] bytes = "gut\n\ngut \u00FC und schlecht: \u00FF".getBytes(StandardCharsets.UTF_8);
        // the last character's two bytes become one that UTF-8 never has
        byte[] bad = Arrays.copyOf(bytes, bytes.length - 1);
        bad[bad.length - 1] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("a.txt"), bad);

        assertThatThrownBy(() -> texts(file, units(unit)))
                .hasMessageStartingWith(file + " is not UTF-8 at byte " + (bad.length - 1) + ",");
    }

    @Test
    void namesTheLineOfBadJson() throws IOException {
        Path file = write(folder.resolve("a.jsonl"), "{\"text\": \"a\"}\n\n{\"text\": \"b}\n");

        assertThatThrownBy(() -> texts(file, Reading.usual()))
                .hasMessageStartingWith(file + " has no valid JSON in line 3, column ")
                .hasMessageEndingWith("; mend or remove the line.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"text\"", "7"})
    void refusesJsonThatIsNoObject(String line) throws IOException {
        Path file = write(folder.resolve("a.jsonl"), line);

        assertThatThrownBy(() -> texts(file, Reading.usual()))
                .hasMessage(file + " has no JSON object in line 1; every line must be one.");
    }

    @Test
    void namesTheColumnsWhereTheOneAskedForIsMissing() throws IOException {
        Path lines = write(folder.resolve("a.jsonl"), "{\"title\": \"t\", \"body\": \"b\"}\n");
        Path csv = write(folder.resolve("a.csv"), "title,body\nt,b\n");

        assertThatThrownBy(() -> texts(lines, Reading.usual()))
                .hasMessage(
                        lines
                                + " has no text in column \"text\" at line 1; name one of its"
                                + " columns: title, body.");
        assertThatThrownBy(() -> texts(csv, columns("contents", "")))
                .hasMessage(
                        csv
                                + " has no column \"contents\" in line 1; name one of its columns:"
                                + " title, body.");
    }

    @Test
    void namesTheRowOfACsvThatIsMalformed() throws IOException {
        Path more = write(folder.resolve("more.csv"), "id,text\n1,a\n2,b,c\n");
        Path open = write(folder.resolve("open.csv"), "id,text\n1,\"a\n2,b\n");
        Path after = write(folder.resolve("after.csv"), "id,text\n1,\"a\"b\n");

        assertThatThrownBy(() -> texts(more, Reading.usual()))
                .hasMessageContaining("has 3 fields in the row that begins at line 3, but 2");
        assertThatThrownBy(() -> texts(open, Reading.usual()))
                .hasMessageContaining("ends within the quotes of the row that begins at line 2");
        assertThatThrownBy(() -> texts(after, Reading.usual()))
                .hasMessageContaining("has text after closing quotes at byte 13,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv"})
    void refusesARowOfMoreThan16MiB(String ending) throws IOException {
        String head = ending.equals("csv") ? "text\n" : "{\"text\": \"a\"}\n";
        Path file = write(folder.resolve("a." + ending), head + "x".repeat((16 << 20) + 1));

        assertThatThrownBy(() -> texts(file, Reading.usual()))
                .hasMessage(
                        file
                                + " has more than 16 MiB in the row that begins at line 2; cut it"
                                + " into smaller rows.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 100, 1500})
    void refusesAParquetFileThatIsCutShort(int length) throws IOException, URISyntaxException {
        byte[] whole = Files.readAllBytes(FormatsTest.resource("texts-zstd.parquet"));
        Path file = Files.write(folder.resolve("short.parquet"), Arrays.copyOf(whole, length));

        assertThatThrownBy(() -> texts(file, Reading.usual()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " cannot be read as Parquet after row 0 (");
    }

    /// The Parquet library was seen to turn in circles on a page that claims to be longer than its
    /// column; that would also keep a core of this process busy, so another reader stands in here.
    @Test
    void givesUpOnAFileOfWhichNothingComes() throws IOException {
        Path file = folder.resolve("stuck.parquet");
        var never = new CountDownLatch(1);
        var begin = Instant.now();

        assertThatThrownBy(
                        () ->
                                new AwaitedReader(
                                        file,
                                        Duration.ofSeconds(1),
                                        () -> {
                                            never.await();
                                            throw new IOException("not reached");
                                        }))
                .hasMessage(
                        file
                                + " gave nothing for 1 s and seems to be damaged; fetch the file"
                                + " again.");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
}
