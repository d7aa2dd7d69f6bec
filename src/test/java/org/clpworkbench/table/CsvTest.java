package org.clpworkbench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The rules are those of RFC 4180, section 2.
class CsvTest {
    @TempDir Path folder;

    @Test
    void quotesWhatHoldsACommaAQuoteOrALineEnd() {
        assertThat(Csv.line(List.of("a b", ",", "say \"so\"", "one\ntwo", "")))
                .isEqualTo("a b,\",\",\"say \"\"so\"\"\",\"one\ntwo\",\r\n");
    }

    @Test
    void quotesTabsInsteadOfCommasForTheClipboard() {
        assertThat(Csv.pasteLine(List.of("a,b", "a\tb", "say \"so\"")))
                .isEqualTo("a,b\t\"a\tb\"\t\"say \"\"so\"\"\"\n");
    }

    @Test
    void quotesTextThatIsToStayText() {
        assertThat(Csv.quoted("007")).isEqualTo("\"007\"");
        assertThat(Csv.quoted("\"")).isEqualTo("\"\"\"\"");
    }

    @Test
    void writesAHeaderAndOneLineARowInUtf8() throws IOException {
        Path file = folder.resolve("tokens.csv");
        Csv.write(
                file,
                List.of("token", "id"),
                List.of("·Häuser", "ж"),
                row -> List.of(row, "" + row.length()),
                Progress.unwatched());
        assertThat(Files.readString(file)).isEqualTo("token,id\r\n·Häuser,7\r\nж,1\r\n");
    }

    @Test
    void leavesTheFileThatWasThereWhenItFails() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens.csv"), "before");
        assertThatThrownBy(
                        () ->
                                Csv.write(
                                        file,
                                        List.of("token"),
                                        List.of("a"),
                                        row -> {
                                            throw new IllegalStateException(row);
                                        },
                                        Progress.unwatched()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.readString(file)).isEqualTo("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
